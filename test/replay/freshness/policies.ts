import { SWEEP_DEFAULTS } from "../../../lib/probe/sweep.ts";
import { createQuietProber, QUIET_RULE, type QuietClient, type QuietRule } from "./quiet-prober.ts";
import type { Prober } from "./replay.ts";
import { createSweepProber } from "./sweep-prober.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** Between two requests of the quiet policies, which ask for what is due each half hour. */
export const QUIET_GAP_MS = 1_000;
const QUIET_TICK_MS = 30 * MINUTE;
const SWEEP_TICK_MS = 30 * MINUTE;

/** Of the client that is replayed; any other does as well. */
const PHASE = 0.3;

export interface ReplayedPolicy {
  name: string;
  tickMs: number;
  /** `since`: when the client begins to ask, epoch ms. */
  create(since: number): Prober;
}

/** Next drafts of known papers and R0 of all other numbers, each name once a day, whatever is known of it. */
const UNIFORM_RULE: QuietRule = {
  baseMs: 24 * HOUR,
  spacing: ({ prefix, what }) => (prefix === "D" && (what === "next" || what === "unseen") ? 1 : Number.POSITIVE_INFINITY),
  growth: () => 1,
  tempo: () => 1,
};

/** The rule that came before that of lib/probe/quiet, for comparison: it heeds no neighbours, no R1 of a new paper and no revision passed over. */
const FORMER_RULE: Omit<QuietRule, "baseMs"> = {
  spacing({ what, prefix, revision, spacing, otherExtension, standing: { fromFrontier = 0 } }) {
    if (what === "again") return spacing;
    if (what === "passed-over" || (what === "unseen" && revision > 0)) return Number.POSITIVE_INFINITY;
    if (what === "unseen") return Math.max(1, -fromFrontier / 60, fromFrontier / 20);
    return (what === "after-next" ? 8 : 1) * (otherExtension ? 8 : 1) * (prefix === "P" ? 4 : 1);
  },
  growth: (days, agesWith) => (agesWith === "paper" ? Math.max(1, days / 60) : 1),
  tempo: QUIET_RULE.tempo,
};
/** By so much shorter a base makes the former rule ask for as many files. */
const FORMER_BASE = 0.64;

export const SWEEP: ReplayedPolicy = { name: "sweep", tickMs: SWEEP_TICK_MS, create: () => createSweepProber(SWEEP_DEFAULTS) };

export const SLOW_SWEEP: ReplayedPolicy = { ...SWEEP, name: "sweep, clock 10x slower", tickMs: 10 * SWEEP_TICK_MS };

export const UNIFORM: ReplayedPolicy = quietly("uniform, once a day", UNIFORM_RULE);

/** The policy of lib/probe/quiet, with a daily cap where one is given, as the client of a phase plays it. */
export function quietEvery(baseHours: number, client: Partial<ReplayedClient> = {}): ReplayedPolicy {
  const { perDay = Number.POSITIVE_INFINITY } = client;
  const cap = Number.isFinite(perDay) ? `, at most ${perDay} a day` : "";
  return quietly(`quiet, base ${baseHours} h${cap}`, { ...QUIET_RULE, baseMs: baseHours * HOUR }, client);
}

/** The former rule, with about as many requests as the present one makes with that base. */
export function formerlyEvery(baseHours: number): ReplayedPolicy {
  return quietly(`the former rule, base ${(baseHours * FORMER_BASE).toFixed(2)} h`, { ...FORMER_RULE, baseMs: baseHours * FORMER_BASE * HOUR });
}

function quietly(
  name: string,
  rule: QuietRule,
  { perDay = Number.POSITIVE_INFINITY, phase = PHASE, tickMs = QUIET_TICK_MS, isMine }: Partial<ReplayedClient> = {},
): ReplayedPolicy {
  const client = { phase, gapMs: QUIET_GAP_MS, perTick: tickMs / QUIET_GAP_MS, perDay, isMine };
  return { name, tickMs, create: (since) => createQuietProber(rule, { ...client, since }) };
}

/** Who plays a quiet policy, where it is not a copy as it is set at first. */
type ReplayedClient = Pick<QuietClient, "perDay" | "phase" | "isMine"> & Pick<ReplayedPolicy, "tickMs">;
