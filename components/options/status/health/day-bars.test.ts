import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { drawBars } from "./day-bars.ts";

const STEP = 10;
const HEIGHT = 40;
const bars = (...days: [full: number, hollow: number][]) =>
  drawBars(
    days.map(([full, hollow]) => ({ full, hollow })),
    STEP,
    HEIGHT,
  );

describe("bars of days", () => {
  it("are none where nothing was", () => expect(bars([0, 0], [0, 0])).toEqual([]));

  it("stand on the ground, what ended badly on top of what ended well", () => {
    expect(bars([3, 1])).toMatchObject([
      { kind: "full", y: 40 - 28.5, height: 28.5 },
      { kind: "hollow", y: 0, height: 11.5 },
    ]);
  });

  it("can be seen however small, lie within the drawing, and do not touch those of the next day", () => {
    const day = fc.record({ full: fc.nat(100_000), hollow: fc.nat(100_000) });
    fc.assert(
      fc.property(fc.array(day, { maxLength: 60 }), (days) => {
        const drawn = drawBars(days, STEP, HEIGHT);
        expect(drawn).toHaveLength(days.reduce((sum, { full, hollow }) => sum + (full > 0 ? 1 : 0) + (hollow > 0 ? 1 : 0), 0));
        for (const { x, y, width, height } of drawn) {
          expect(height).toBeGreaterThanOrEqual(3);
          expect(y).toBeGreaterThanOrEqual(-1e-9);
          expect(y + height).toBeLessThanOrEqual(HEIGHT + 1e-9);
          const column = Math.floor(x / STEP);
          expect(x).toBeGreaterThan(column * STEP);
          expect(x + width).toBeLessThan((column + 1) * STEP);
        }
      }),
    );
  });
});
