import { describe, expect, it, vi } from "vitest";
import type { CycleOutcome, ProbingState } from "../../../lib/store/database/state-rows.ts";
import { speak } from "../../../test/speak.ts";
import { areDraftsFailing, type DraftsHealth, draftsText, roundUnderWay } from "./drafts-text.ts";

// Times are written in the language of the texts.
vi.mock("../../../lib/language/translate.ts", async () => ({ translate: (await import("../../../test/speak.ts")).speak }));

const MINUTE = 60_000;
const NOW = 1_800_000_000_000;
const COUNTS = { planned: 88, asked: 88, present: 3, absent: 85, notTheFile: 0, troubles: 0, found: 1 };
const BEGUN: ProbingState = {
  name: "probing",
  since: 0,
  phase: 0,
  cycle: 1,
  today: { day: "", asked: 0 },
  frontier: 4000,
  failures: 0,
  lastSuccessAt: 0,
  hasBaseline: false,
};
const RUNNING = { ...COUNTS, planned: 640, asked: 312, startedAt: NOW - MINUTE };
const LANE = { paused: false, nextAt: 0 };
const soon = { probeAt: NOW + 11 * MINUTE };

function ended(outcome: CycleOutcome, rest: Partial<typeof COUNTS> = {}): ProbingState {
  return { ...BEGUN, last: { ...COUNTS, ...rest, startedAt: NOW - 5 * MINUTE, endedAt: NOW - 4 * MINUTE, outcome } };
}

const GOOD = ended({ kind: "good" });
const progress = { name: "probe-progress", asked: 1_312, planned: 6_400, beatAt: NOW } as const;

/** [what, the state, its words, is it failing]. */
const CASES: [string, DraftsHealth, string | RegExp | undefined, boolean][] = [
  ["nothing where nobody asks", {}, undefined, false],
  ["a feed that is still to be heard", { shared: { sharing: { kind: "shared" }, publishers: [], heardAt: 0 } }, /^Drafts: waiting/, false],
  [
    "a feed that speaks, whatever the last round was",
    { probing: ended({ kind: "offline" }), shared: { sharing: { kind: "shared" }, publishers: ["A scout"], heardAt: NOW - 5 * MINUTE } },
    "Drafts: A scout tells of them, last heard 5 minutes ago.",
    false,
  ],
  [
    "feeds that are silent, and the copy's own asking",
    { probing: GOOD, ...soon, shared: { sharing: { kind: "silent", share: 9, since: NOW }, publishers: [], heardAt: 0 } },
    /^The shared finds have been silent since .+ own share only\. Drafts: asked for 88 files/,
    false,
  ],
  ["no round yet", { probing: BEGUN }, /has not been asked yet\.$/, false],
  ["a good round", { probing: GOOD, ...soon }, "Drafts: asked for 88 files 4 minutes ago, next in 11 minutes.", false],
  ["a round of one file", { probing: ended({ kind: "good" }, { asked: 1 }), ...soon }, "Drafts: asked for 1 file 4 minutes ago, next in 11 minutes.", false],
  ["a round that is due", { probing: GOOD, probeAt: NOW }, "Drafts: asked for 88 files 4 minutes ago, the next are due.", false],
  ["no plan", { probing: GOOD }, "Drafts: asked for 88 files 4 minutes ago.", false],
  ["a host that rests for longer", { probing: GOOD, ...soon, lane: { ...LANE, nextAt: NOW + 30 * MINUTE } }, /next in 30 minutes\.$/, false],
  ["a slice under way", { probing: { ...GOOD, running: RUNNING }, probeProgress: progress }, "Asking isocpp.org for drafts: 1,312 of 6,400.", false],
  ["a round under way", { probing: { ...GOOD, running: RUNNING }, lane: LANE }, "Asking isocpp.org for drafts: 312 of 640.", false],
  ["a round that has just begun", { probing: { ...GOOD, running: { ...RUNNING, planned: 0, asked: 0 } } }, "Asking isocpp.org for drafts.", false],
  ["a round that waits for the host", { probing: { ...GOOD, running: RUNNING }, lane: { ...LANE, nextAt: NOW + 5 * MINUTE } }, /^Drafts: asked for 88/, false],
  ["a host that is paused", { probing: GOOD, ...soon, lane: { ...LANE, paused: true } }, /^Drafts: isocpp\.org is paused\. .* ago\.$/, false],
  ["a host paused in a round", { probing: { ...BEGUN, running: RUNNING }, lane: { ...LANE, paused: true } }, /paused\..*not been asked yet/, false],
  ["a spent day", { probing: ended({ kind: "budget-spent" }), ...soon }, /limit of requests is reached.*tomorrow/, false],
  ["a host that has everything", { probing: ended({ kind: "answers-everything" }), ...soon }, /as if every file existed.*Next try in 11 minutes\.$/, true],
  ["a failure", { probing: ended({ kind: "server-error", status: 503 }), ...soon }, /^Could not look.*isocpp\.org is having problems.*503.*Next try/, true],
  ["a failure and no plan", { probing: ended({ kind: "offline" }) }, /^Could not look for drafts \(.*\): the browser is offline\.$/, true],
  ["a failure and another try", { probing: { ...ended({ kind: "offline" }), running: RUNNING } }, /^Asking isocpp\.org/, false],
  ["a permission that lacks", { probing: ended({ kind: "not-allowed" }) }, /no permission to read isocpp\.org/, true],
];

describe("the line about drafts", () => {
  it.each(CASES)("tells of %s", (_, health, words, isFailing) => {
    const text = draftsText(health, NOW, speak);
    if (words instanceof RegExp) expect(text).toMatch(words);
    else expect(text).toBe(words);
    expect(areDraftsFailing(health, NOW)).toBe(isFailing);
  });

  it("draws the progress of what is said to be under way", () => {
    for (const [, health] of CASES) expect(roundUnderWay(health, NOW) !== undefined).toBe(/^Asking/.test(draftsText(health, NOW, speak) ?? ""));
  });
});
