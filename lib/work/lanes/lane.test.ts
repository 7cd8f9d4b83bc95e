import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { LaneRow } from "../rows.ts";
import {
  afterAnswer,
  BREAKS_AT,
  breakerOf,
  hastened,
  healed,
  heardAgain,
  isClosed,
  isFree,
  LONGEST_ASKED_MS,
  LONGEST_REST_MS,
  rested,
  ruled,
  type Verdict,
} from "./lane.ts";

const NOW = 1_000_000_000;
const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const error = { kind: "server-error", message: "503" };
const strike = (retryAfterMs?: number): Verdict => ({ kind: "strike", error, retryAfterMs });
const silent: Verdict = { kind: "silent", error: { kind: "network", message: "no answer" } };

function lane(rest: Partial<LaneRow> = {}): LaneRow {
  return { host: "a.example", cap: 1, gapMs: 2 * SECOND, nextAt: 0, askedUntil: 0, paused: false, strikes: 0, ...rest };
}

/** The waits that so many of these in a row cause, each known after that time. */
function waits(count: number, tookMs: number, verdict = strike(), othersHeardAt = 0): number[] {
  let row = lane();
  return Array.from({ length: count }, (_, place) => {
    const now = NOW + place * HOUR;
    row = afterAnswer({ ...row, nextAt: 0 }, verdict, tookMs, now, othersHeardAt);
    return row.nextAt - now;
  });
}

describe("a host that gives bad answers", () => {
  it("gets twice the time it took and five seconds, doubled each time, and five minutes when the breaker is open", () => {
    expect(waits(8, 500)).toEqual([6, 12, 24, 48, 300, 300, 300, 300].map((seconds) => seconds * SECOND));
  });

  it("gets no more than five minutes of our own accord", () => {
    expect(waits(12, 10 * MINUTE)).toEqual(Array(12).fill(5 * MINUTE));
  });

  it.each([
    ["less than our own wait would be", 1 * SECOND, 0, 1 * SECOND],
    ["more", 2 * HOUR, 0, 2 * HOUR],
    ["nothing", 0, 0, 0],
    ["less than the breaker's time", 1 * MINUTE, BREAKS_AT - 1, 5 * MINUTE],
    ["more than the breaker's time", 12 * HOUR, BREAKS_AT - 1, 12 * HOUR],
    ["as much as it may", 24 * HOUR, 0, 24 * HOUR],
  ])("that asks for %s gets %i ms after %i bad ones: %i ms", (_, retryAfterMs, strikes, expected) => {
    const after = afterAnswer(lane({ strikes }), strike(retryAfterMs), 10 * SECOND, NOW);
    expect(after).toMatchObject({ nextAt: NOW + expected, askedUntil: NOW + retryAfterMs, strikes: strikes + 1, lastError: { ...error, at: NOW } });
  });

  it.each([0, BREAKS_AT - 1])("that asks for more than a day gets a day, after %i bad ones", (strikes) => {
    const after = afterAnswer(lane({ strikes }), strike(40 * DAY), 10 * SECOND, NOW);
    expect(after).toMatchObject({ nextAt: NOW + DAY, askedUntil: NOW + DAY });
  });

  it("keeps what it has asked for before, where it asks for nothing now", () => {
    expect(afterAnswer(lane({ askedUntil: NOW + HOUR, nextAt: NOW + HOUR }), strike(), 0, NOW)).toMatchObject({ askedUntil: NOW + HOUR, nextAt: NOW + HOUR });
  });

  it("has its breaker closed, then open for a time, then tried, and closed by one good answer", () => {
    let row = lane();
    for (let answers = 1; answers < BREAKS_AT; answers++) {
      row = afterAnswer(row, strike(), 0, NOW + answers);
      expect(breakerOf(row, NOW + answers)).toBe("closed");
    }
    row = afterAnswer(row, strike(), 0, NOW + MINUTE);
    expect([NOW, row.nextAt - 1, row.nextAt].map((now) => breakerOf(row, now))).toEqual(["open", "open", "trying"]);
    const again = afterAnswer(row, strike(), 0, row.nextAt);
    expect(breakerOf(again, row.nextAt)).toBe("open");
    expect(again.nextAt - row.nextAt).toBe(5 * MINUTE);
    const well = afterAnswer(row, { kind: "ok" }, 0, row.nextAt);
    expect(breakerOf(well, row.nextAt)).toBe("closed");
    expect(well).toMatchObject({ strikes: 0, lastOkAt: row.nextAt });
    expect(afterAnswer(well, strike(), 500, row.nextAt).nextAt - row.nextAt).toBe(6 * SECOND);
  });
});

describe("bad answers to requests that were under way together", () => {
  const first = afterAnswer(lane({ cap: 20 }), strike(), 2 * SECOND, NOW);

  it("are one: each was asked before the first of them was known", () => {
    let row = first;
    for (let answers = 1; answers < 20; answers++) row = afterAnswer(row, strike(), 2 * SECOND, NOW + answers);
    expect(row).toEqual({ ...first, heardAt: NOW + 19 });
    expect(afterAnswer(row, strike(), 10, NOW + SECOND)).toMatchObject({ strikes: 2 });
  });

  it("give the host the longest time that any of them asks for", () => {
    const asked = [HOUR, MINUTE].reduce((row, retryAfterMs) => afterAnswer(row, strike(retryAfterMs), 2 * SECOND, NOW), first);
    expect(asked).toMatchObject({ strikes: 1, askedUntil: NOW + HOUR, nextAt: NOW + HOUR });
  });

  it("are not taken for an earlier one that a good answer made up for", () => {
    const well = afterAnswer(first, { kind: "ok" }, 0, NOW + SECOND);
    expect(afterAnswer(well, strike(), 2 * SECOND, NOW + SECOND)).toMatchObject({ strikes: 1 });
  });
});

describe("a host that does not answer at all", () => {
  it("is left alone longer and longer, five minutes at most, and nothing is held against it", () => {
    expect(waits(9, 500, silent)).toEqual([6, 12, 24, 48, 96, 192, 300, 300, 300].map((seconds) => seconds * SECOND));
    let row = lane();
    for (let times = 0; times < 9; times++) row = afterAnswer(row, silent, 500, NOW + times * HOUR);
    expect(row).toMatchObject({ strikes: 0, silence: { since: NOW, at: NOW + 8 * HOUR, times: 9 } });
    expect(row).not.toHaveProperty("lastError");
    expect(row).not.toHaveProperty("heardAt");
    expect(breakerOf(row, row.nextAt)).toBe("closed");
  });

  it.each([
    ["after the silence began", NOW + 1, 1],
    ["at the moment it began", NOW, 0],
    ["before it began", NOW - 1, 0],
    ["never", 0, 0],
  ])("has as its own fault what came when others answered %s", (_, othersHeardAt, strikes) => {
    const first = afterAnswer(lane(), silent, 500, NOW, othersHeardAt);
    expect(first).toMatchObject({ strikes: 0, silence: { since: NOW, at: NOW, times: 1 } });
    const second = afterAnswer(first, silent, 500, NOW + MINUTE, othersHeardAt);
    expect(second).toMatchObject({ strikes, silence: { since: NOW, times: 2 - strikes } });
    expect(second.lastError).toEqual(strikes > 0 ? { kind: "network", message: "no answer", at: NOW + MINUTE } : undefined);
  });

  it("opens its breaker where others answer all the time", () => {
    let row = lane();
    for (let times = 0; times <= BREAKS_AT; times++) row = afterAnswer(row, silent, 500, NOW + times * HOUR, NOW + times * HOUR);
    expect(row).toMatchObject({ strikes: BREAKS_AT, nextAt: NOW + BREAKS_AT * HOUR + 5 * MINUTE, askedUntil: 0 });
    expect(breakerOf(row, NOW + BREAKS_AT * HOUR)).toBe("open");
  });

  it("was silent once where requests under way together were", () => {
    let row = afterAnswer(lane({ cap: 20 }), silent, 2 * SECOND, NOW);
    const first = row;
    for (let answers = 1; answers < 20; answers++) row = afterAnswer(row, silent, 2 * SECOND, NOW + answers);
    expect(row).toEqual(first);
    for (let answers = 1; answers < 20; answers++) row = afterAnswer(row, silent, 2 * SECOND, NOW + answers, NOW + 1);
    expect(row).toEqual(first);
  });

  it.each([
    ["well", { kind: "ok" }],
    ["badly", strike()],
    ["anything", { kind: "none", heard: true }],
  ] as [string, Verdict][])("is silent no more when it answers %s", (_, verdict) => {
    const row = afterAnswer(lane({ silence: { since: NOW - HOUR, at: NOW - MINUTE, times: 7 } }), verdict, 500, NOW);
    expect(row).not.toHaveProperty("silence");
    expect(row).toMatchObject({ heardAt: NOW });
  });

  it.each([
    ["one that was silent is asked again soon", { silence: { since: NOW, at: NOW, times: 9 } }, 2 * SECOND],
    ["but not before the time that it asked for", { silence: { since: NOW, at: NOW, times: 9 }, askedUntil: NOW + MINUTE }, MINUTE],
    ["one whose own fault it is rests on", { silence: { since: NOW, at: NOW, times: 1 }, strikes: 1 }, 4 * MINUTE],
    ["one that was not silent rests on", {}, 4 * MINUTE],
  ])("when another has answered: %s", (_, rest, expected) => {
    expect(heardAgain(lane({ nextAt: NOW + 4 * MINUTE, ...rest }), NOW).nextAt).toBe(NOW + expected);
  });
});

describe("any answer", () => {
  const verdict = fc.oneof(
    fc.constant<Verdict>({ kind: "ok" }),
    fc.constant<Verdict>({ kind: "none" }),
    fc.constant<Verdict>({ kind: "none", heard: true }),
    fc.constant(silent),
    fc.option(fc.nat(24 * HOUR), { nil: undefined }).map(strike),
  );

  it("never brings the next request nearer, and leaves alone what a person has set", () => {
    fc.assert(
      fc.property(verdict, fc.nat(10), fc.nat(HOUR), fc.nat(HOUR), fc.boolean(), (verdict, strikes, ahead, tookMs, paused) => {
        const before = lane({ strikes, nextAt: NOW + ahead, paused });
        const after = afterAnswer(before, verdict, tookMs, NOW);
        expect(after.nextAt).toBeGreaterThanOrEqual(before.nextAt);
        expect(after).toMatchObject({ host: before.host, cap: before.cap, gapMs: before.gapMs, paused });
      }),
    );
  });

  it("makes us rest no longer than five minutes, unless the host asks for more", () => {
    const silence = fc.option(fc.record({ since: fc.constant(NOW - HOUR), at: fc.constant(NOW - MINUTE), times: fc.nat(100) }), { nil: undefined });
    fc.assert(
      fc.property(verdict, fc.nat(100), silence, fc.nat(DAY), fc.nat(2 * NOW), (verdict, strikes, silence, tookMs, othersHeardAt) => {
        const after = afterAnswer(lane({ strikes, ...(silence && { silence }) }), verdict, tookMs, NOW, othersHeardAt);
        expect(after.nextAt).toBeLessThanOrEqual(Math.max(NOW + LONGEST_REST_MS, after.askedUntil));
        expect(after.askedUntil).toBeLessThanOrEqual(NOW + LONGEST_ASKED_MS);
      }),
    );
  });

  it("that says nothing of the host changes nothing", () => {
    const silence = { since: NOW - HOUR, at: NOW - MINUTE, times: 7 };
    expect(afterAnswer(lane({ strikes: 3, silence }), { kind: "none" }, 5, NOW)).toEqual(lane({ strikes: 3, silence }));
  });

  it("that says only that it is there holds nothing against it, and makes up for nothing", () => {
    expect(afterAnswer(lane({ strikes: 3 }), { kind: "none", heard: true }, 5, NOW)).toEqual(lane({ strikes: 3, heardAt: NOW }));
  });
});

describe("a host may be asked", () => {
  it.each([
    ["when its time has come", {}, true],
    ["at that very moment", { nextAt: NOW }, true],
    ["not before", { nextAt: NOW + 1 }, false],
    ["not while it is paused", { paused: true }, false],
    ["not while it is switched off", { isOff: true }, false],
    ["when its breaker's time is over", { strikes: BREAKS_AT, nextAt: NOW }, true],
  ])("%s", (_, rest, expected) => {
    expect(isFree(lane(rest), NOW)).toBe(expected);
  });

  it.each([
    ["a gap from then on", 0, NOW + 2 * SECOND],
    ["as late as it was to be, where that is later", NOW + MINUTE, NOW + MINUTE],
  ])("after a rest: %s", (_, nextAt, expected) => {
    expect(rested(lane({ nextAt }), NOW).nextAt).toBe(expected);
  });

  it.each([
    ["the gap is over, whatever we had resolved", NOW + HOUR, 0, NOW + 2 * SECOND],
    ["what it has asked for itself is over", NOW + HOUR, NOW + MINUTE, NOW + MINUTE],
    ["it was to be, where that is sooner", NOW + SECOND, 0, NOW + SECOND],
  ])("where a person wants it, when %s", (_, nextAt, askedUntil, expected) => {
    expect(hastened(lane({ nextAt, askedUntil }), NOW).nextAt).toBe(expected);
  });
});

describe("a host is closed", () => {
  it.each([
    ["where it is paused", lane({ paused: true }), true],
    ["where it is switched off", lane({ isOff: true }), true],
    ["not where it only rests", lane({ nextAt: NOW + HOUR }), false],
    ["not where there is none", undefined, false],
  ])("%s", (_, row, expected) => {
    expect(isClosed(row)).toBe(expected);
  });

  it("for its holder when that learns of it, who keeps what it knows itself", () => {
    const known = lane({ strikes: 2, nextAt: NOW + HOUR, heardAt: NOW });
    const rule = lane({ cap: 3, gapMs: MINUTE, jitter: 0.2, paused: true, isOff: true });
    expect(ruled(known, rule)).toEqual({ ...rule, strikes: 2, nextAt: NOW + HOUR, heardAt: NOW });
    expect(ruled(ruled(known, rule), lane())).toMatchObject({ cap: 1, jitter: 0, paused: false, isOff: false });
  });
});

describe("a lane that was planned by a clock that was wrong", () => {
  it.each([
    ["rests for a gap and no longer than we would", { nextAt: NOW + 5 * MINUTE + 1 }, { nextAt: NOW + 2 * SECOND }],
    ["rests as long as we may", { nextAt: NOW + 5 * MINUTE }, { nextAt: NOW + 5 * MINUTE }],
    ["rests for two gaps where they are longer", { gapMs: HOUR, nextAt: NOW + 2 * HOUR }, { nextAt: NOW + 2 * HOUR }],
    ["rests for a gap where it was more than two", { gapMs: HOUR, nextAt: NOW + 2 * HOUR + 1 }, { nextAt: NOW + HOUR }],
    ["rests as long as the host asked for", { nextAt: NOW + DAY, askedUntil: NOW + DAY }, { nextAt: NOW + DAY, askedUntil: NOW + DAY }],
    ["rests no longer than that", { nextAt: NOW + 400 * DAY, askedUntil: NOW + HOUR }, { nextAt: NOW + HOUR, askedUntil: NOW + HOUR }],
    ["was not asked for more than a day", { nextAt: NOW + DAY + 1, askedUntil: NOW + DAY + 1 }, { nextAt: NOW + 2 * SECOND, askedUntil: 0 }],
    ["has answered by now", { lastOkAt: NOW + 5, heardAt: NOW + 6 }, { lastOkAt: NOW, heardAt: NOW }],
    ["was refused by now", { strikes: 1, lastError: { ...error, at: NOW + 5 } }, { strikes: 1, lastError: { ...error, at: NOW } }],
    ["has not been silent in the time to come", { silence: { since: NOW - 5, at: NOW + 5, times: 2 } }, { silence: undefined }],
    ["was silent", { silence: { since: NOW - 5, at: NOW, times: 2 } }, { silence: { since: NOW - 5, at: NOW, times: 2 } }],
  ])("%s", (_, planned, expected) => {
    expect(healed(lane(planned), NOW)).toEqual({ ...lane(planned), ...expected });
  });
});
