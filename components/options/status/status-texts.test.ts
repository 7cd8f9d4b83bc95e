import { describe, expect, it, vi } from "vitest";
import type { WatchRow } from "../../../lib/store/database/schema.ts";
import type { ProbingState } from "../../../lib/store/database/state-rows.ts";
import type { SharedHealth } from "../../../lib/store/health/health.ts";
import type { HeardCursor, PlannedSchedule } from "../../../lib/store/health/read-work.ts";
import { BREAKS_AT } from "../../../lib/work/lanes/lane.ts";
import { newCursor } from "../../../lib/work/listeners/new-cursor.ts";
import type { JobRow, LaneRow } from "../../../lib/work/rows.ts";
import { speak } from "../../../test/speak.ts";
import { type HostState, hostLineText, hostState } from "./hosts/host-line-text.ts";
import { laneText } from "./hosts/lane-text.ts";
import { nextRunText } from "./hosts/schedule-text.ts";
import { listenerName, listenerProgress, listenerState } from "./listeners/listener-text.ts";
import { type Wrong, wrongsOf } from "./overall-text.ts";

// Times are written in the language of the texts.
vi.mock("../../../lib/language/translate.ts", async () => ({ translate: (await import("../../../test/speak.ts")).speak }));

const MINUTE = 60_000;
const NOW = 1_800_000_000_000;
const LANE: LaneRow = { host: "wg21.link", cap: 1, gapMs: 1_000, nextAt: 0, paused: false, askedUntil: 0, strikes: 0 };
const ANSWERS = { ...LANE, lastOkAt: NOW - MINUTE };
const SILENT = /^No answer since .*\. Your own network may be down; next try at /;
const rateLimited = { kind: "rate-limited", message: "{}", at: NOW };
const timeout = { kind: "timeout", message: "{}", at: NOW };

describe("a host in words", () => {
  it("never asked", () => expect(laneText(LANE, NOW, speak)).toBe("Not asked yet"));

  it.each<[string, Partial<LaneRow>, RegExp]>([
    ["well", {}, /^OK$/],
    ["in the gap between two requests", { nextAt: NOW + 900 }, /^OK$/],
    ["paused, whatever else", { paused: true, askedUntil: 0, strikes: 9, nextAt: NOW + MINUTE }, /^Paused by you$/],
    ["switched off, whatever else", { isOff: true, paused: true, strikes: 9, nextAt: NOW + MINUTE }, /^Switched off$/],
    ["one that does not answer, which may be our own network", { silence: { since: NOW - MINUTE, at: NOW, times: 3 }, nextAt: NOW + MINUTE }, SILENT],
    ["one that has not answered, and may be asked again", { silence: { since: NOW - MINUTE, at: NOW, times: 3 }, nextAt: 0 }, SILENT],
    [
      "one that does not answer, while another does",
      { silence: { since: NOW, at: NOW, times: 3 }, strikes: 1, nextAt: 0, lastError: timeout },
      /^The last request failed/,
    ],
    ["one that asked for rest", { askedUntil: 0, strikes: 1, nextAt: NOW + MINUTE, lastError: rateLimited }, /^Asked to wait until/],
    ["one that failed", { askedUntil: 0, strikes: 1, nextAt: NOW + MINUTE, lastError: timeout }, /^Waiting until [^,]*$/],
    ["a rest from before an update", { nextAt: NOW + 9 * MINUTE }, /^Waiting until [^,]*$/],
    ["one whose rest is over", { askedUntil: 0, strikes: 2, nextAt: NOW }, /^The last 2 requests failed/],
    ["one left alone", { askedUntil: 0, strikes: BREAKS_AT, nextAt: NOW + MINUTE }, /^Left alone until .* after 5 failures$/],
    ["one left alone for long enough", { askedUntil: 0, strikes: BREAKS_AT, nextAt: NOW }, /the next tries again/],
  ])("%s", (_, rest, words) => {
    expect(laneText({ ...ANSWERS, ...rest }, NOW, speak)).toMatch(words);
  });
});

const SCHEDULE = { id: "check-index", nextAt: NOW + 24 * MINUTE } as PlannedSchedule;

describe("a host on one line", () => {
  it.each<[string, Partial<LaneRow>, PlannedSchedule | undefined, HostState, string]>([
    ["well", {}, SCHEDULE, "fine", "OK · Last success 1 minute ago · next in 24 minutes"],
    ["well, and tried again sooner", {}, { ...SCHEDULE, waitingAt: NOW + 2 * MINUTE }, "fine", "OK · Last success 1 minute ago · next in 2 minutes"],
    ["due", {}, { ...SCHEDULE, nextAt: NOW }, "fine", "OK · Last success 1 minute ago · due now"],
    ["that nothing asks by the clock", {}, undefined, "fine", "OK · Last success 1 minute ago"],
    ["paused", { paused: true }, SCHEDULE, "resting", "Paused by you · Last success 1 minute ago"],
    ["switched off", { isOff: true }, SCHEDULE, "resting", "Switched off"],
    ["in trouble", { strikes: 2, nextAt: NOW }, SCHEDULE, "wrong", "The last 2 requests failed; the next tries again · Last success 1 minute ago"],
  ])("%s", (_, rest, schedule, state, words) => {
    expect(hostState({ ...ANSWERS, ...rest })).toBe(state);
    expect(hostLineText({ ...ANSWERS, ...rest }, schedule, NOW, speak)).toBe(words);
  });

  it("never asked", () => expect(hostLineText(LANE, SCHEDULE, NOW, speak)).toBe("Not asked yet · next in 24 minutes"));
});

describe("what is wrong, in sentences", () => {
  const NOTHING = { lanes: [ANSWERS], schedules: [], failed: 0, faults: 0, noRoom: false };
  const CHECK = { name: "check", attempts: 1, lastTriedAt: NOW, lastSuccessAt: 0 } as const;

  it.each<[string, Partial<Parameters<typeof wrongsOf>[0]>, Parameters<typeof wrongsOf>[1], string[]]>([
    ["nothing", {}, {}, []],
    ["a paused host", { lanes: [{ ...ANSWERS, paused: true }] }, {}, ["You paused wg21.link."]],
    ["a check that failed", {}, { check: { ...CHECK, outcome: { kind: "timeout" } } }, ["wg21.link did not answer in time."]],
    ["no room, and a job", { noRoom: true, failed: 1 }, {}, [speak("wrong_no_room"), "1 job failed within the last day. The details below say why."]],
    ["changes that were not noted", { faults: 2 }, {}, ["2 changes could not be noted. Try them again under the details below."]],
    ["a host left alone", { lanes: [{ ...ANSWERS, strikes: BREAKS_AT, nextAt: NOW + MINUTE }] }, {}, ["wg21.link had problems and is left alone for a while."]],
  ])("%s", (_, trouble, health, texts) => expect(wrongsOf({ ...NOTHING, ...trouble }, health, NOW, speak).map(({ text }) => text)).toEqual(texts));

  const probing = (kind: "not-allowed" | "answers-everything") => ({
    probing: { last: { asked: 9, endedAt: NOW, outcome: { kind } } } as unknown as ProbingState,
  });
  it.each<[string, Parameters<typeof wrongsOf>[1], Wrong[]]>([
    [
      "feeds that are silent",
      { shared: { sharing: { kind: "silent", share: 1000, since: NOW } } as SharedHealth },
      [{ text: expect.stringMatching(/^The shared finds have been silent since /) }],
    ],
    ["a host that has every file", probing("answers-everything"), [{ text: speak("drafts_answers_everything") }]],
    [
      "drafts that may not be asked for",
      probing("not-allowed"),
      [
        {
          text: expect.stringMatching(/^Could not look for drafts: /),
          allow: { kind: "allow", host: "isocpp.org", schedule: "probe-drafts" } as Wrong["allow"] & object,
        },
      ],
    ],
    [
      "an index that may not be asked for",
      { check: { ...CHECK, outcome: { kind: "not-allowed" } } },
      [{ text: expect.any(String), allow: { host: "wg21.link", schedule: "check-index" } }],
    ],
  ])("%s, as the popup says it, and who is to be allowed", (_, health, wrongs) => expect(wrongsOf(NOTHING, health, NOW, speak)).toEqual(wrongs));
});

describe("the next run of a check", () => {
  const CHECK: PlannedSchedule = {
    id: "check-index",
    everyMs: 30 * MINUTE,
    nextAt: NOW + 26 * MINUTE,
    cooldownMs: 0,
    job: { kind: "check-index", key: "check-index" },
    slots: 1,
    since: 0,
    lastSlotAt: 0,
  };
  const running = [{ kind: "check-index" }] as JobRow[];

  it.each<[string, Partial<PlannedSchedule>, LaneRow[], JobRow[], RegExp]>([
    ["is told", {}, [ANSWERS], [], /^Next in 26 minutes\.$/],
    ["is due", { nextAt: NOW }, [ANSWERS], [], /^Due now\.$/],
    ["is sooner where one is tried again", { waitingAt: NOW + 2 * MINUTE }, [ANSWERS], [], /^Next in 2 minutes\.$/],
    ["is under way", {}, [ANSWERS], running, /^Under way\.$/],
    ["waits for a paused host", {}, [{ ...ANSWERS, paused: true }], [], /^Waits until you resume wg21\.link\.$/],
    [
      "waits for a host that rests",
      { nextAt: NOW },
      [{ ...ANSWERS, askedUntil: 0, strikes: 1, nextAt: NOW + MINUTE }],
      [],
      /^Waits until .*, when wg21\.link may/,
    ],
    ["does not wait for a rest that ends before", {}, [{ ...ANSWERS, askedUntil: 0, strikes: 1, nextAt: NOW + MINUTE }], [], /^Next in 26/],
    [
      "waits for its own host only",
      { id: "probe-drafts" },
      [
        { ...ANSWERS, paused: true },
        { ...ANSWERS, host: "isocpp.org" },
      ],
      [],
      /^Next in 26/,
    ],
    ["waits for the host of drafts", { id: "probe-drafts" }, [ANSWERS, { ...ANSWERS, host: "isocpp.org", paused: true }], [], /you resume isocpp\.org/],
    ["waits for the host of listings", { id: "check-listing" }, [{ ...ANSWERS, host: "www.open-std.org", paused: true }], [], /you resume www\.open-std\.org/],
    ["asks no host", { id: "tidy", job: { kind: "tidy" } }, [{ ...ANSWERS, paused: true }], [], /^Next in 26/],
  ])("%s", (_, rest, lanes, leased, words) => {
    expect(nextRunText({ ...CHECK, ...rest }, lanes, leased, NOW, speak)).toMatch(words);
  });
});

describe("a listener in words", () => {
  const watches: WatchRow[] = [{ id: 12, list: 1, kind: "author", text: "Kühl", addedAt: 0 }];
  const cursor: HeardCursor = { ...newCursor("matcher", { forward: 0, priority: 0 }), behind: 0, total: 0, faults: 0, firstFaults: [] };

  it.each([
    ["matcher", "Find papers that are watched"],
    ["history/12", "Look back for author:Kühl"],
    ["history/13", "Look back for a watch that was removed"],
    ["of-a-later-version", "of-a-later-version"],
    ["constructor", "constructor"],
  ])("is named: %s", (name, words) => {
    expect(listenerName(name, watches, speak)).toBe(words);
  });

  it.each<[string, Partial<HeardCursor>, string, string]>([
    ["up to date", { done: 3_400, total: 3_400 }, "Up to date.", "3,400 events heard"],
    ["working", { behind: 2_200, total: 3_400, done: 1_200, spentMs: 1_412 }, "Working.", "1,200 of 3,400 events, 850 a second"],
    ["not begun", { behind: 3_400, total: 3_400 }, "Working.", "0 of 3,400 events"],
    ["paused", { paused: true, behind: 10, total: 20, done: 10, spentMs: 10 }, "Paused by you.", "10 of 20 events"],
  ])("that is %s", (_, rest, state, progress) => {
    expect(listenerState({ ...cursor, ...rest }, speak)).toBe(state);
    expect(listenerProgress({ ...cursor, ...rest }, speak)).toBe(progress);
  });
});
