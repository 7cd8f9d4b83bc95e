import fc from "fast-check";
import { expect, it } from "vitest";
import { isEnough, type ListView, rowByKey, rowsSeen, rowsToDraw } from "./window-range.ts";

const VIEW: ListView = { top: -1_000, rowHeight: 50, viewHeight: 500, count: 1_000 };

it("draws what is seen and more on both sides", () => {
  expect(rowsSeen(VIEW)).toEqual({ from: 20, to: 30 });
  expect(rowsToDraw(VIEW)).toEqual({ from: 10, to: 40 });
  expect(rowsToDraw({ ...VIEW, top: 200 })).toEqual({ from: 0, to: 16 });
  expect(rowsToDraw({ ...VIEW, top: -1_000_000 })).toEqual({ from: 989, to: 1_000 });
});

it("draws a few rows while nothing has been measured, and none of an empty list", () => {
  expect(rowsSeen({ ...VIEW, rowHeight: 0 })).toEqual({ from: 0, to: 10 });
  expect(rowsToDraw({ ...VIEW, count: 0, rowHeight: 0 })).toEqual({ from: 0, to: 0 });
});

it("holds every row that is seen, within the list, and is enough for itself", () => {
  const view = fc.record({
    top: fc.integer({ min: -2_000_000, max: 5_000 }),
    rowHeight: fc.integer({ min: 1, max: 200 }),
    viewHeight: fc.integer({ min: 1, max: 4_000 }),
    count: fc.integer({ min: 1, max: 30_000 }),
  });
  fc.assert(
    fc.property(view, (view) => {
      const [seen, drawn] = [rowsSeen(view), rowsToDraw(view)];
      expect(drawn.from).toBeLessThanOrEqual(seen.from);
      expect(drawn.to).toBeGreaterThanOrEqual(seen.to);
      expect(drawn.from).toBeGreaterThanOrEqual(0);
      expect(drawn.to).toBeLessThanOrEqual(view.count);
      expect(isEnough(drawn, view)).toBe(true);
      for (const row of [0, view.count - 1]) {
        const top = view.top + row * view.rowHeight;
        if (top < view.viewHeight && top + view.rowHeight > 0) expect(row >= drawn.from && row < drawn.to).toBe(true);
      }
    }),
  );
});

it("is drawn anew before a gap can be seen", () => {
  const drawn = rowsToDraw(VIEW);
  expect(isEnough(drawn, { ...VIEW, top: -1_250 })).toBe(true);
  expect(isEnough(drawn, { ...VIEW, top: -1_600 })).toBe(false);
  expect(isEnough(drawn, { ...VIEW, count: 39 })).toBe(false);
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
