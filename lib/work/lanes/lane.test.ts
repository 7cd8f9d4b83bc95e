import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { LaneRow } from "../rows.ts";
import { afterAnswer, BREAKS_AT, breakerOf, hastened, isFree, rested, type Verdict } from "./lane.ts";

const NOW = 1_000_000_000;
const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const error = { kind: "server-error", message: "503" };
const strike = (retryAfterMs?: number): Verdict => ({ kind: "strike", error, retryAfterMs });

function lane(rest: Partial<LaneRow> = {}): LaneRow {
  return { host: "a.example", cap: 1, gapMs: 2 * SECOND, nextAt: 0, askedUntil: 0, paused: false, strikes: 0, ...rest };
}

/** The waits that so many bad answers in a row cause, each answered in that time. */
function waits(count: number, tookMs: number): number[] {
  let row = lane();
  return Array.from({ length: count }, (_, place) => {
    const now = NOW + place * HOUR;
    row = afterAnswer({ ...row, nextAt: 0 }, strike(), tookMs, now);
    return row.nextAt - now;
  });
}

describe("a host that gives bad answers", () => {
  it("gets twice the time it took and five seconds, doubled each time, until the breaker opens, which doubles too", () => {
    expect(waits(13, 500)).toEqual([...[6, 12, 24, 48].map((seconds) => seconds * SECOND), ...[0.5, 1, 2, 4, 6, 6, 6, 6, 6].map((hours) => hours * HOUR)]);
  });

  it("gets no more than five minutes of our own accord before that", () => {
    expect(waits(4, 10 * MINUTE)).toEqual([5, 5, 5, 5].map((minutes) => minutes * MINUTE));
  });

  it.each([
    ["less than our own wait would be", 1 * SECOND, 0, 1 * SECOND],
    ["more", 2 * HOUR, 0, 2 * HOUR],
    ["nothing", 0, 0, 0],
    ["less than the breaker's time", 1 * MINUTE, BREAKS_AT - 1, 30 * MINUTE],
    ["more than the breaker's time", 12 * HOUR, BREAKS_AT - 1, 12 * HOUR],
  ])("that asks for %s gets %i ms after %i bad ones: %i ms", (_, retryAfterMs, strikes, expected) => {
    const after = afterAnswer(lane({ strikes }), strike(retryAfterMs), 10 * SECOND, NOW);
    expect(after).toMatchObject({ nextAt: NOW + expected, askedUntil: NOW + retryAfterMs, strikes: strikes + 1, lastError: { ...error, at: NOW } });
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
    expect(again.nextAt - row.nextAt).toBe(HOUR);
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
    expect(row).toEqual(first);
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

describe("any answer", () => {
  const verdict = fc.oneof(
    fc.constant<Verdict>({ kind: "ok" }),
    fc.constant<Verdict>({ kind: "none" }),
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

  it("that says nothing of the host changes nothing", () => {
    expect(afterAnswer(lane({ strikes: 3 }), { kind: "none" }, 5, NOW)).toEqual(lane({ strikes: 3 }));
  });
});

describe("a host may be asked", () => {
  it.each([
    ["when its time has come", {}, true],
    ["at that very moment", { nextAt: NOW }, true],
    ["not before", { nextAt: NOW + 1 }, false],
    ["not while it is paused", { paused: true }, false],
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
