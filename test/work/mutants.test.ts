import "fake-indexeddb/auto";
import { cpSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { MUTANTS, type Mutant } from "./mutants.ts";
import { play, pointsOf, positionsOf } from "./prove.ts";
import { SCENARIOS } from "./scenarios.ts";
import type { Subject } from "./town.ts";
import { WAYS } from "./ways.ts";

const ROOT = resolve(import.meta.dirname, "../..");

describe("without one safeguard the proof fails", () => {
  it.each(MUTANTS)("$safeguard: $breaks breaks", async (mutant) => {
    expect(await firstBroken(await mutate(mutant), mutant)).toMatch(new RegExp(`^${mutant.breaks} `));
  });
});

/** The engine of a copy of the code that lacks the safeguard. */
async function mutate({ cuts, safeguard }: Mutant): Promise<Subject> {
  const folder = join(ROOT, ".output", "mutants", safeguard.replaceAll(/\W/g, "-"));
  cpSync(join(ROOT, "lib"), folder, { recursive: true, filter: (path) => !path.endsWith(".test.ts") });
  onTestFinished(() => rmSync(folder, { recursive: true }));
  for (const { file, code, instead } of cuts) {
    const path = join(folder, file);
    const text = readFileSync(path, "utf8");
    // A safeguard that was rewritten must be taken out anew, or this would prove nothing.
    expect(text.split(code)).toHaveLength(2);
    writeFileSync(
      path,
      text.replace(code, () => instead),
    );
  }
  const { createEngine } = await import(/* @vite-ignore */ join(folder, "work/engine.ts"));
  const { notificationId } = await import(/* @vite-ignore */ join(folder, "notify/compose-notification.ts"));
  return { createEngine, notificationId };
}

/** The first violation of its invariant that the scenario shows, disturbed in its way wherever that can be. */
async function firstBroken(subject: Subject, mutant: Mutant): Promise<string | undefined> {
  const [scenario, way] = [named(SCENARIOS, mutant.scenario), mutant.way === undefined ? undefined : named(WAYS, mutant.way)];
  const isIt = (violation: string) => violation.startsWith(`${mutant.breaks} `);
  const { points, violations } = await pointsOf(subject, scenario);
  const others = violations.filter((violation) => !isIt(violation));
  if (!way) return violations.find(isIt) ?? others.join("; ");
  for (const { position } of positionsOf(points, { ...way, every: 1 })) {
    const found = (await play(subject, scenario, { way, at: position })).violations.find(isIt);
    if (found) return found;
  }
  return others.join("; ");
}

function named<T extends { name: string }>(all: T[], beginning: string): T {
  const found = all.find(({ name }) => name.startsWith(beginning));
  if (!found) throw new Error(`nothing is named "${beginning} …"`);
  return found;
}
