import fc from "fast-check";
import { expect, it } from "vitest";
import { evenPlaces, isEnough, measuredPlaces, rangesOf, rowByKey, rowsSeen, rowsToDraw } from "./window-range.ts";

const viewOf = (top: number, { count = 1_000, rowHeight = 50 } = {}) => ({ top, viewHeight: 500, places: evenPlaces(count, rowHeight) });

it("draws what is seen and more on both sides", () => {
  expect(rowsSeen(viewOf(-1_000))).toEqual({ from: 20, to: 30 });
  expect(rowsToDraw(viewOf(-1_000))).toEqual({ from: 10, to: 40 });
  expect(rowsToDraw(viewOf(200))).toEqual({ from: 0, to: 16 });
  expect(rowsToDraw(viewOf(-1_000_000))).toEqual({ from: 989, to: 1_000 });
});

it("draws a few rows while nothing has been measured, and none of an empty list", () => {
  expect(rowsSeen(viewOf(-1_000, { rowHeight: 0 }))).toEqual({ from: 0, to: 10 });
  expect(rowsToDraw(viewOf(-1_000, { count: 0, rowHeight: 0 }))).toEqual({ from: 0, to: 0 });
  expect(rowsToDraw(viewOf(-1_000, { count: 0 }))).toEqual({ from: 0, to: 0 });
});

it("has rows that were measured as high as they were, and others as usual", () => {
  const { count, topOf } = measuredPlaces(["a", "b", "c"], new Map([["b", 90]]), 60);
  expect([0, 1, 2, count].map(topOf)).toEqual([0, 60, 150, 210]);
});

it("holds every row that is seen, within the list, and is enough for itself", () => {
  const even = fc.tuple(fc.integer({ min: 1, max: 30_000 }), fc.integer({ min: 1, max: 200 })).map(([count, height]) => evenPlaces(count, height));
  const uneven = fc.array(fc.integer({ min: 1, max: 3_000 }), { minLength: 1, maxLength: 200 }).map((heights) => {
    const keys = heights.map((_, row) => `P${row}`);
    // Each third was never measured.
    return measuredPlaces(keys, new Map(keys.flatMap((key, row) => (row % 3 === 0 ? [] : [[key, heights[row] ?? 0]]))), 65);
  });
  const view = fc.record({
    top: fc.integer({ min: -2_000_000, max: 5_000 }),
    viewHeight: fc.integer({ min: 1, max: 4_000 }),
    places: fc.oneof(even, uneven),
  });
  fc.assert(
    fc.property(view, fc.nat(), (view, any) => {
      const { top, viewHeight, places } = view;
      const [seen, drawn] = [rowsSeen(view), rowsToDraw(view)];
      expect(drawn.from).toBeLessThanOrEqual(seen.from);
      expect(drawn.to).toBeGreaterThanOrEqual(seen.to);
      expect(drawn.from).toBeGreaterThanOrEqual(0);
      expect(drawn.to).toBeLessThanOrEqual(places.count);
      expect(seen.from).toBeLessThan(seen.to);
      expect(isEnough(drawn, view)).toBe(true);
      for (const row of [0, any % places.count, places.count - 1]) {
        const isSeen = top + places.topOf(row) < viewHeight && top + places.topOf(row + 1) > 0;
        if (isSeen) expect(row >= seen.from && row < seen.to).toBe(true);
      }
    }),
  );
});

it("is drawn anew before a gap can be seen", () => {
  const drawn = rowsToDraw(viewOf(-1_000));
  expect(isEnough(drawn, viewOf(-1_250))).toBe(true);
  expect(isEnough(drawn, viewOf(-1_600))).toBe(false);
  expect(isEnough(drawn, viewOf(-1_000, { count: 39 }))).toBe(false);
});

it("draws what is seen and what is held, each row once and in order", () => {
  const range = fc.tuple(fc.integer({ min: -5, max: 60 }), fc.integer({ min: 0, max: 30 })).map(([from, length]) => ({ from, to: from + length }));
  fc.assert(
    fc.property(range, range, fc.integer({ min: 0, max: 50 }), (drawn, held, count) => {
      const ranges = rangesOf(drawn, held, count);
      const rows = ranges.flatMap(({ from, to }) => Array.from({ length: to - from }, (_, offset) => from + offset));
      const within = (row: number) => [drawn, held].some(({ from, to }) => row >= from && row < to);
      expect(rows).toEqual(Array.from({ length: count }, (_, row) => row).filter(within));
      // What lies between two of them is a place of its own.
      for (const [place, { to }] of ranges.slice(0, -1).entries()) expect(ranges[place + 1]?.from).toBeGreaterThan(to);
    }),
  );
});

it.each([
  ["ArrowDown", 3, 4],
  ["ArrowUp", 0, 0],
  ["ArrowDown", 99, 99],
  ["PageDown", 3, 12],
  ["PageUp", 3, 0],
  ["Home", 50, 0],
  ["End", 50, 99],
  ["Enter", 50, undefined],
  ["constructor", 50, undefined],
])("%s leads from row %s to %s", (key, row, next) => expect(rowByKey(key, row, { count: 100, page: 10 })).toBe(next));
