import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, onTestFinished, test, vi } from "vitest";
import { ask, tunnel } from "./ask.ts";
import { readCommandLine } from "./command-line.ts";
import { INDEX_URL } from "./web.ts";

const folder = mkdtempSync(join(tmpdir(), "web-"));
const file = join(folder, "index.json");
writeFileSync(file, "{}");
afterAll(() => rmSync(folder, { recursive: true }));

test.each([
  ["no index", [], "--index FILE is missing"],
  ["an empty index", ["--index", ""], "--index FILE is missing"],
  ["an index without name", ["--index"], "--index"],
  ["an unknown option", ["--index", "x", "--loud"], "--loud"],
  ["a stray word", ["--index", "x", "stray"], "stray"],
  ["a port that is no number", ["--index", "x", "--port", "http"], "http"],
  ["a negative port", ["--index", "x", "--port=-1"], "-1"],
  ["a port that looks like an option", ["--index", "x", "--port", "-1"], "--port"],
  ["a port beyond all", ["--index", "x", "--port", "65536"], "65536"],
])("the command line with %s is a problem told in one line", (_name, args, told) => {
  const asked = readCommandLine(args);
  expect(asked).toEqual({ problem: expect.stringContaining(told) });
  expect(JSON.stringify(asked)).not.toContain("\\n");
});

test("a good command line", () => {
  expect(readCommandLine(["--index", "x", "--port", "8443"])).toEqual({ index: "x", port: 8443 });
  expect(readCommandLine(["--index=x"])).toEqual({ index: "x", port: 0 });
  expect(readCommandLine(["--help"])).toEqual({ help: true });
});

test("bad input ends the command with 2 and one line", async () => {
  const taken = createServer().listen(0, "127.0.0.1");
  await vi.waitFor(() => expect(taken.listening).toBe(true));
  const { port } = taken.address() as { port: number };
  const runs = [[], ["--index", join(folder, "none.json")], ["--index", file, "--port", String(port)]].map(async (args) => {
    const command = run(...args);
    expect(await command.ended).toBe(2);
    expect(command.said.stderr).toMatch(/^web: .+\n$/);
    expect(command.said.stdout).toBe("");
  });
  await Promise.all(runs);
  taken.close();
});

test("help goes to stdout and ends with 0", async () => {
  const command = run("--help");
  expect(await command.ended).toBe(0);
  expect(command.said.stdout).toContain("--index FILE");
});

test("a good start says where it is, serves, tells what came, reads the file again and ends with 0", async () => {
  const command = run("--index", file);
  const { said } = command;
  const told = (stream: "stdout" | "stderr", what: RegExp | string) => vi.waitFor(() => expect(said[stream]).toMatch(what), { timeout: 3000, interval: 20 });
  await told("stdout", /^Firefox .*network\.proxy\.ssl_port=\d+/m);
  expect(said.stdout).toMatch(/^Chromium .*--proxy-server=127\.0\.0\.1:\d+/m);
  const proxy = { host: "127.0.0.1", port: Number(/^proxy +127\.0\.0\.1:(\d+) /m.exec(said.stdout)?.[1]) };
  const index = async () => (await ask(proxy, INDEX_URL)).body.toString();

  expect(await index()).toBe("{}");
  await told("stdout", /^\d\d:\d\d:\d\d\.\d{3} 200 GET {2}https:\/\/wg21\.link\/index\.json 2 bytes$/m);
  await expect(tunnel(proxy, "example.org:443")).rejects.toThrow("403");
  await told("stdout", /^\S+ refused example\.org:443$/m);

  writeFileSync(file, '{"N4950":{}}');
  utimesSync(file, 1, 2);
  await vi.waitFor(async () => expect(await index()).toBe('{"N4950":{}}'), { timeout: 3000 });
  expect((await ask(proxy, INDEX_URL)).headers["last-modified"]).toBe("Thu, 01 Jan 1970 00:00:02 GMT");

  rmSync(file);
  command.process.kill("SIGHUP");
  await told("stderr", /ENOENT.*still serving/);
  expect(await index()).toBe('{"N4950":{}}');

  command.process.kill("SIGINT");
  expect(await command.ended).toBe(0);
});

function run(...args: string[]) {
  const child = spawn(process.execPath, [join(import.meta.dirname, "command.ts"), ...args]);
  onTestFinished(() => void child.kill("SIGKILL"));
  const said = { stdout: "", stderr: "" };
  child.stdout.on("data", (text) => (said.stdout += text));
  child.stderr.on("data", (text) => (said.stderr += text));
  const ended = new Promise<number | null>((resolve) => child.on("close", resolve));
  return { process: child, said, ended };
}
