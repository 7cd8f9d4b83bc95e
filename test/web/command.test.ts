import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, renameSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, onTestFinished, test } from "vitest";
import { soon } from "../soon.ts";
import { ask, tunnel } from "./asking/ask.ts";
import { readCommandLine } from "./command-line.ts";
import { DRAFTS_URL } from "./published/published-draft.ts";
import { INDEX_URL, listingUrl } from "./web.ts";

// Processes start slowly on a machine that is busy.

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
  ["drafts from nowhere", ["--index", "x", "--drafts", ""], "--drafts takes a folder"],
  ["a listing without year", ["--index", "x", "--listing", "y"], "go together"],
  ["a listing without name", ["--index", "x", "--listing", "", "--year", "2026"], "go together"],
  ["a year without listing", ["--index", "x", "--year", "2026"], "go together"],
  ["a year that is none", ["--index", "x", "--listing", "y", "--year", "26"], '"26"'],
])("the command line with %s is a problem told in one line", (_name, args, told) => {
  const asked = readCommandLine(args);
  expect(asked).toEqual({ problem: expect.stringContaining(told) });
  expect(JSON.stringify(asked)).not.toContain("\\n");
});

test("a good command line", () => {
  expect(readCommandLine(["--index", "x", "--port", "8443"])).toEqual({ index: "x", port: 8443 });
  expect(readCommandLine(["--index=x"])).toEqual({ index: "x", port: 0 });
  expect(readCommandLine(["--index", "x", "--drafts", "y", "--listing", "z", "--year", "2026"])).toEqual({
    index: "x",
    drafts: "y",
    listing: { file: "z", year: 2026 },
    port: 0,
  });
  expect(readCommandLine(["--help"])).toEqual({ help: true });
});

test("bad input ends the command with 2 and one line", async () => {
  const taken = createServer().listen(0, "127.0.0.1");
  await soon(() => expect(taken.listening).toBe(true));
  const { port } = taken.address() as { port: number };
  const none = join(folder, "none");
  const runs = [
    [],
    ["--index", none],
    ["--index", file, "--port", String(port)],
    ["--index", file, "--drafts", none],
    ["--index", file, "--listing", none, "--year", "2026"],
  ].map(async (args) => {
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

test("drafts and a listing are served from the disk, and follow it", async () => {
  const drafts = join(folder, "drafts");
  const listing = join(folder, "listing.html");
  const draft = (name: string, text: string, seconds: number) => {
    writeFileSync(join(drafts, name), text);
    utimesSync(join(drafts, name), seconds, seconds);
  };
  mkdirSync(join(drafts, "folder.pdf"), { recursive: true });
  draft("D4123R0.html", "<h1>first</h1>", 1);
  draft("D4124R0.pdf", "%PDF", 2);
  draft(".D4125R0.pdf.swp", "half", 3);
  writeFileSync(listing, "<table></table>");
  const command = run("--index", file, "--drafts", drafts, "--listing", listing, "--year", "2026");
  await soon(() => expect(command.said.stdout).toMatch(/^Firefox/m));
  const proxy = { host: "127.0.0.1", port: Number(/^proxy +127\.0\.0\.1:(\d+) /m.exec(command.said.stdout)?.[1]) };
  const asked = (name: string) => ask(proxy, DRAFTS_URL + name);

  expect((await ask(proxy, listingUrl(2026))).body.toString()).toBe("<table></table>");
  const { headers, body } = await asked("D4123R0.html");
  expect([headers["last-modified"], headers["content-type"], body.toString()]).toEqual([
    "Thu, 01 Jan 1970 00:00:01 GMT",
    "text/html; charset=utf-8",
    "<h1>first</h1>",
  ]);
  for (const name of ["folder.pdf", ".D4125R0.pdf.swp"]) expect((await asked(name)).status).toBe(404);

  draft("D4123R0.html", "<h1>other</h1>", 5);
  draft("D4126R0.pdf", "%PDF", 6);
  rmSync(join(drafts, "D4124R0.pdf"));
  writeFileSync(listing, "<p>empty</p>");
  utimesSync(listing, 7, 7);
  const look = async () => [
    (await asked("D4123R0.html")).body.toString(),
    (await asked("D4126R0.pdf")).headers["last-modified"],
    (await asked("D4124R0.pdf")).status,
    (await ask(proxy, listingUrl(2026))).body.toString(),
  ];
  const then = ["<h1>other</h1>", "Thu, 01 Jan 1970 00:00:06 GMT", 404, "<p>empty</p>"];
  await soon(async () => expect(await look()).toEqual(then));

  // At once: one file after the other would be a folder that is read with fewer.
  renameSync(drafts, `${drafts}-gone`);
  await soon(() => expect(command.said.stderr).toMatch(/ENOENT.*still serving/));
  expect((await asked("D4126R0.pdf")).status).toBe(200);
  // Long enough to look again, and again to find no folder.
  await new Promise((resolve) => setTimeout(resolve, 1200));
  expect(command.said.stderr.match(/ENOENT/g)).toHaveLength(1);
  command.process.kill("SIGTERM");
  expect(await command.ended).toBe(0);
});

test("a good start says where it is, serves, tells what came, reads the file again and ends with 0", async () => {
  const command = run("--index", file);
  const { said } = command;
  const told = (stream: "stdout" | "stderr", what: RegExp | string) => soon(() => expect(said[stream]).toMatch(what));
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
  await soon(async () => expect(await index()).toBe('{"N4950":{}}'));
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
