import { isUnended, violationsAtTheEnd } from "./invariants.ts";
import { rulesOf, type Scenario, startAnother } from "./scenarios.ts";
import { atWork, drain, foundTown, letPass, note, type Point, type Subject, startContext } from "./town.ts";
import type { Way } from "./ways.ts";

const MINUTE = 60_000;
/** Long enough for every lease to end, every retry to come and two slots of a schedule. */
const LONG_MS = 40 * MINUTE;
/** What was lost is found at the latest when the alarm repeats. */
const RECOVERS_MS = 35 * MINUTE;
/** What has just begun by then may end. */
const GRACE_MS = 10 * MINUTE;

// Thousands of errors are made on the way that nobody reads; their stacks would cost a tenth of the time.
Error.stackTraceLimit = 4;

/** Plays a scenario to its end, with a context that is disturbed at that point; gives what did not hold. */
export async function play(subject: Subject, scenario: Scenario, disturbance?: { way: Way; at: number }): Promise<{ violations: string[]; points: Point[] }> {
  const rules = rulesOf(subject, scenario, !disturbance?.way.hasNoLocks);
  const town = await foundTown();
  let end = town.clock.now() + LONG_MS;
  if (disturbance) {
    const { way, at } = disturbance;
    rules.disturbed = {
      role: way.role ?? "background",
      at,
      strike(town, rules, context) {
        end = Math.max(end, town.clock.now() + (way.recoversMs ?? RECOVERS_MS));
        way.strike(town, rules, context);
      },
    };
  }
  const first = startContext(town, rules);
  // Whoever set it off may die with it; what was not yet asked for was never asked for.
  const begin = () => scenario.begin(first.engine, town, { drain: () => drain(town, first), another: () => startAnother(town, rules) });
  void atWork(town, first, begin).then(() => drain(town, first));
  while (town.clock.now() < end) await letPass(town, rules, end);
  for (const last = end + GRACE_MS; isUnended(town) && town.clock.now() < last; ) await letPass(town, rules, town.clock.now() + MINUTE);
  town.faults = town.faults.filter((fault) => !(disturbance && isQuotaFault(fault)));
  note(town, await violationsAtTheEnd(town));
  const { points, violations } = town;
  await town.close();
  return { violations: [...violations], points };
}

/** The points that a scenario passes when nothing disturbs it, and what did not hold even so. */
export function pointsOf(subject: Subject, scenario: Scenario): Promise<{ points: Point[]; violations: string[] }> {
  return play(subject, scenario);
}

/** Which of these points are tried in that way, by their number in the life of the first context of its role. */
export function positionsOf(points: Point[], { role = "background", at = "", isEnd, every = 1 }: Way): { position: number; name: string }[] {
  const first = points.find((point) => point.role === role)?.context;
  const own = points.filter(({ context }) => context === first);
  return own
    .map(({ name, state }, position) => ({ name, position, isNew: !isEnd || state !== own[position - 1]?.state }))
    .filter(({ name, isNew }) => isNew && name.startsWith(at))
    .filter((_, index) => index % every === 0);
}

/** Somebody is told that the disk is full; that is no fault of the work. */
function isQuotaFault(fault: unknown): boolean {
  return fault instanceof Error && (fault.name === "QuotaExceededError" || /QuotaExceededError/.test(fault.message));
}
