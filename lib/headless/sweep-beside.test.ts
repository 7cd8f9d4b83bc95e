import { mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { sweepBeside } from "./sweep-beside.ts";

const folder = mkdtempSync(join(tmpdir(), "sweep-"));
afterAll(() => rmSync(folder, { recursive: true }));

it("what killed scouts left beside the state goes, and nothing else: no state, lock, copy, or what a living one waits with", async () => {
  const now = Date.now();
  const id = "0f8fad5b-d9cb-469f-a165-70867728950e";
  const kept = ["state", "state.lock", "state.damaged-20261129", "state.1.new.txt", "other.7.new", `state.lock.${id}`];
  const left = ["state.7.new", `state.lock.${id.replace("0", "1")}`, `state.lock.${id.replace("0", "2")}.dead`];
  for (const name of [...kept, ...left]) writeFileSync(join(folder, name), "");
  for (const name of [...kept.slice(0, -1), ...left]) utimesSync(join(folder, name), new Date(now - 7_200_000), new Date(now - 7_200_000));
  await sweepBeside(join(folder, "state"), now);
  expect(readdirSync(folder).toSorted()).toEqual(kept.toSorted());
});

it("where there is no folder yet there is nothing to take away", async () => {
  await expect(sweepBeside(join(folder, "none", "state"), Date.now())).resolves.toBeUndefined();
});
