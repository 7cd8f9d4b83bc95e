import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { holdLock } from "./hold-lock.ts";

const folder = mkdtempSync(join(tmpdir(), "lock-"));
afterAll(() => rmSync(folder, { recursive: true }));
let count = 0;
const path = () => join(folder, `${count++}.lock`);
const isHeld = (file: string) => {
  const lock = holdLock(file);
  if (lock.held) lock.release();
  return lock.held;
};

it("one holds it until it is released", () => {
  const file = path();
  const lock = holdLock(file);
  expect(lock.held).toBe(true);
  expect(holdLock(file)).toEqual({ held: false, by: process.pid });
  if (lock.held) lock.release();
  expect(isHeld(file)).toBe(true);
  expect(readdirSync(folder)).toEqual([]);
});

it("one that lives keeps it, one that died has lost it", async () => {
  const file = path();
  const code = `import { holdLock } from ${JSON.stringify(join(import.meta.dirname, "hold-lock.ts"))}; console.log(holdLock(${JSON.stringify(file)}).held); setInterval(() => {}, 1000);`;
  const other = spawn(process.execPath, ["--input-type=module", "-e", code], { stdio: ["ignore", "pipe", "inherit"] });
  expect(String((await once(other.stdout, "data"))[0]).trim()).toBe("true");
  expect(holdLock(file)).toEqual({ held: false, by: other.pid });
  other.kill("SIGKILL");
  await once(other, "exit");
  expect(isHeld(file)).toBe(true);
});

it.each([
  ["another process has the number now", () => ({ pid: process.pid, startedAt: "before the last start of the machine 7", token: "x" })],
  ["nobody can have", () => ({ pid: 2 ** 22 + 1, startedAt: "", token: "x" })],
])("what was left by a process whose number %s is taken over", (_, holder) => {
  const file = path();
  writeFileSync(file, JSON.stringify(holder()));
  expect(isHeld(file)).toBe(true);
});

it("a lock that says nothing is nobody's", () => {
  const file = path();
  writeFileSync(file, "");
  const lock = holdLock(file);
  expect(lock.held).toBe(true);
  expect(JSON.parse(readFileSync(file, "utf8"))).toMatchObject({ pid: process.pid });
  if (lock.held) lock.release();
});
