import { violationsAtTheEnd, violationsNow } from "./invariants.ts";
import { rulesOf, type Scenario } from "./scenarios.ts";
import { type Disturbance, foundTown, letPass, type Subject, startContext } from "./town.ts";

const MINUTE = 60_000;
/** Long enough for every lease to end, every retry to come and two slots of a schedule. */
const LONG_MS = 65 * MINUTE;

export interface Case {
  scenario: Scenario;
  how: Disturbance;
  hasLocks: boolean;
  /** The point at which it is disturbed. */
  at: number;
}

/** Plays a scenario whose first context is disturbed, to its end; gives what did not hold. */
export async function play(subject: Subject, { scenario, how, hasLocks, at }: Case): Promise<{ violations: string[]; points: string[] }> {
  const rules = rulesOf(subject, { schedules: scenario.schedules ?? false, hasLocks });
  const town = await foundTown();
  const start = town.clock.now();
  const first = startContext(town, rules, { at, how });
  const note = async () => town.violations.push(...(await violationsNow(town)));
  // Whoever set it off may die with it; what was not yet asked for was never asked for.
  const begun = scenario.begin(first.engine, town).then(() => first.engine.drain());
  begun.catch((error: unknown) => town.faults.push(error));
  await letPass(town, rules, start + 40_000);
  await note();
  await letPass(town, rules, start + 5 * MINUTE);
  await note();
  if (first.state === "frozen") first.thaw();
  await letPass(town, rules, start + 10 * MINUTE);
  await note();
  await letPass(town, rules, start + LONG_MS);
  const violations = [...new Set([...town.violations, ...(await violationsNow(town)), ...(await violationsAtTheEnd(town))])];
  const { points } = town;
  await town.close();
  return { violations, points };
}

/** The points that the scenario passes when nothing disturbs it, and what did not hold even so. */
export async function pointsOf(subject: Subject, scenario: Scenario): Promise<{ points: string[]; violations: string[] }> {
  const { points, violations } = await play(subject, { scenario, how: "crash", hasLocks: true, at: Number.POSITIVE_INFINITY });
  return { points, violations };
}

/** The ways to be disturbed at each point: to die with everybody knowing, to die unknown, to be taken for dead and come back. */
export const WAYS: { name: string; how: Disturbance; hasLocks: boolean }[] = [
  { name: "dies, and its Web Lock with it", how: "crash", hasLocks: true },
  { name: "dies, and nobody knows", how: "crash", hasLocks: false },
  { name: "freezes for minutes and comes back", how: "freeze", hasLocks: true },
];
