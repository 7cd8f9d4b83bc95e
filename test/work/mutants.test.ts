import "fake-indexeddb/auto";
import { cpSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { MUTANTS, type Mutant } from "./mutants.ts";
import { play, pointsOf, WAYS } from "./prove.ts";
import { SCENARIOS } from "./scenarios.ts";
import type { Subject } from "./town.ts";

const ROOT = resolve(import.meta.dirname, "../..");

describe("without one safeguard the proof fails", () => {
  it.each(MUTANTS)("$safeguard: $breaks breaks", { timeout: 180_000 }, async (mutant) => {
    const subject = await mutate(mutant);
    expect(await firstBroken(subject, mutant.breaks)).toMatch(new RegExp(`^${mutant.breaks} `));
  });
});

/** The engine of a copy of the code that lacks the safeguard. */
async function mutate({ file, code, instead, safeguard }: Mutant): Promise<Subject> {
  const folder = join(ROOT, ".output", "mutants", safeguard.replaceAll(/\W/g, "-"));
  cpSync(join(ROOT, "lib"), folder, { recursive: true, filter: (path) => !path.endsWith(".test.ts") });
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const path = join(folder, file);
  const text = readFileSync(path, "utf8");
  // A safeguard that was rewritten must be taken out anew, or this would prove nothing.
  expect(text.split(code)).toHaveLength(2);
  writeFileSync(
    path,
    text.replace(code, () => instead),
  );
  const { createEngine } = await import(/* @vite-ignore */ join(folder, "work/engine.ts"));
  const { notificationId } = await import(/* @vite-ignore */ join(folder, "notify/compose-notification.ts"));
  return { createEngine, notificationId };
}

/** The first violation of that invariant which any position of any scenario shows. */
async function firstBroken(subject: Subject, invariant: string): Promise<string | undefined> {
  for (const scenario of SCENARIOS) {
    const { points, violations } = await pointsOf(subject, scenario);
    const isIt = (violation: string) => violation.startsWith(`${invariant} `);
    if (violations.some(isIt)) return violations.find(isIt);
    for (const { how, hasLocks } of WAYS) {
      for (let at = 0; at < points.length; at++) {
        const found = (await play(subject, { scenario, how, hasLocks, at })).violations.find(isIt);
        if (found) return found;
      }
    }
  }
  return undefined;
}
