import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { soon } from "../../test/soon.ts";
import { holdLock } from "./hold-lock.ts";

const folder = mkdtempSync(join(tmpdir(), "lock-"));
afterAll(() => rmSync(folder, { recursive: true }));
let count = 0;
const path = () => join(folder, `${count++}.lock`);
const isHeld = async (file: string, options?: Parameters<typeof holdLock>[1]) => {
  const lock = await holdLock(file, options);
  if (lock.held) lock.release();
  return lock.held;
};

it("one holds it until it is released", async () => {
  const file = path();
  const lock = await holdLock(file);
  expect(lock.held).toBe(true);
  expect(await holdLock(file)).toEqual({ held: false, by: process.pid });
  if (lock.held) lock.release();
  expect(await isHeld(file)).toBe(true);
  expect(readdirSync(folder)).toEqual([]);
});

it("one that lives keeps it, one that died has lost it", async () => {
  const file = path();
  const code = `import { holdLock } from ${JSON.stringify(join(import.meta.dirname, "hold-lock.ts"))}; console.log((await holdLock(${JSON.stringify(file)})).held); setInterval(() => {}, 1000);`;
  const other = spawn(process.execPath, ["--input-type=module", "-e", code], { stdio: ["ignore", "pipe", "inherit"] });
  expect(String((await once(other.stdout, "data"))[0]).trim()).toBe("true");
  expect(await holdLock(file)).toEqual({ held: false, by: other.pid });
  other.kill("SIGKILL");
  await once(other, "exit");
  expect(await isHeld(file)).toBe(true);
});

it.each([
  ["another process has the number now", () => ({ pid: process.pid, startedAt: "before the last start of the machine 7", token: "x" })],
  ["nobody can have", () => ({ pid: 2 ** 22 + 1, startedAt: "", token: "x" })],
])("what was left by a process whose number %s is taken over", async (_, holder) => {
  const file = path();
  writeFileSync(file, JSON.stringify(holder()));
  expect(await isHeld(file)).toBe(true);
});

it("a lock that says nothing is nobody's", async () => {
  const file = path();
  writeFileSync(file, "");
  const lock = await holdLock(file);
  expect(lock.held).toBe(true);
  expect(JSON.parse(readFileSync(file, "utf8"))).toMatchObject({ pid: process.pid });
  if (lock.held) lock.release();
});

describe("a lock of a process that cannot be seen, in another container", () => {
  const QUICK = { beatMs: 20, patienceMs: 400 };
  /** The first process of each container has the number 1, and two may have been started in one moment. */
  const elsewhere = (file: string, token = "x") => writeFileSync(file, JSON.stringify({ pid: process.pid, startedAt: "", space: "pid:[7]", token }));

  it("is left alone as long as that touches it, and taken over when it no longer does", async () => {
    const file = path();
    elsewhere(file);
    const beating = setInterval(() => utimesSync(file, new Date(), new Date()), 20);
    expect(await holdLock(file, QUICK)).toEqual({ held: false, by: process.pid });
    clearInterval(beating);
    expect(await isHeld(file, QUICK)).toBe(true);
  });

  it("is touched by whoever holds it, and not given back by one who has lost it", async () => {
    const file = path();
    let losses = 0;
    const lock = await holdLock(file, { ...QUICK, onLost: () => losses++ });
    const { mtimeMs } = statSync(file);
    await soon(() => expect(statSync(file).mtimeMs).toBeGreaterThan(mtimeMs));
    elsewhere(file, "another");
    await soon(() => expect(losses).toBe(1));
    if (lock.held) lock.release();
    expect([losses, JSON.parse(readFileSync(file, "utf8"))]).toMatchObject([1, { token: "another" }]);
  });
});
