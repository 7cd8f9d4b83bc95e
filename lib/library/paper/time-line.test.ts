import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { layTimeLine, type TimeMark } from "./time-line.ts";

const mark = (label: string, date: string): TimeMark => ({ id: `P2300${label}`, label, date });

describe("the time line", () => {
  it("lies from the first date to the last, with years between", () => {
    const { marks, ticks, rows } = layTimeLine([mark("R1", "2024-01-01"), mark("R0", "2020-01-01"), mark("R2", "2022-01-01")], 656);
    expect(marks.map(({ id, x }) => [id, Math.round(x)])).toEqual([
      ["P2300R0", 28],
      ["P2300R2", 328],
      ["P2300R1", 628],
    ]);
    expect(ticks.map(({ date }) => date)).toEqual(["2020", "2021", "2022", "2023", "2024"]);
    expect(rows).toBe(1);
  });

  it("counts months where it is short", () => {
    const { ticks } = layTimeLine([mark("R0", "2026-01-10"), mark("R1", "2026-04-20")], 600);
    expect(ticks.map(({ date }) => date)).toEqual(["2026-02", "2026-03", "2026-04"]);
  });

  it("puts labels that would cover each other into rows, and leaves out those without room", () => {
    const { marks, rows } = layTimeLine(
      Array.from({ length: 6 }, (_, count) => mark(`R${count}`, "2026-01-10")),
      300,
    );
    expect(marks.map(({ row }) => row)).toEqual([0, 1, 2, 3, undefined, undefined]);
    expect(rows).toBe(4);
    expect(new Set(marks.map(({ x }) => x))).toEqual(new Set([150]));
  });

  it.each([
    [76, [0, 0]],
    [75, [0, 1]],
  ])("over %i pixels has two labels in the rows %j: six pixels lie between them", (width, rows) => {
    const { marks } = layTimeLine([mark("R0", "2020-01-01"), mark("R1", "2021-01-01")], width);
    expect(marks.map(({ row }) => row)).toEqual(rows);
  });

  it("moves a long label inward at either end, by the seven pixels of each letter", () => {
    const { marks } = layTimeLine([mark("0123456789", "2020-01-01"), mark("9876543210", "2021-01-01")], 500);
    expect(marks.map(({ x, labelX }) => [x, labelX])).toEqual([
      [28, 35],
      [472, 465],
    ]);
  });

  it.each([
    ["2024", "2024-07-01"],
    ["2024-02", "2024-02-15"],
  ])("takes %s for %s", (date, day) => {
    const { marks } = layTimeLine([mark("R0", "2020-01-01"), mark("R1", date), mark("R2", day), mark("R3", "2025-01-01")], 5_000);
    expect(marks[1]?.x).toBe(marks[2]?.x);
  });

  it.each<[last: string, ticks: string[]]>([
    ["2000-02-01", ["2000-01", "2000-02"]],
    ["2000-04-01", ["2000-01", "2000-04"]],
    ["2000-07-01", ["2000-01", "2000-07"]],
    ["2001-01-01", ["2000", "2001"]],
    ["2001-02-01", ["2000"]],
    ["2002-01-01", ["2000", "2002"]],
    ["2005-01-01", ["2000", "2005"]],
    ["2010-01-01", ["2000", "2010"]],
    ["2020-01-01", ["2000", "2020"]],
    ["2050-01-01", ["2000", "2050"]],
    ["2100-01-01", ["2000", "2100"]],
  ])("that has room for one step from 2000 to %s counts %j", (last, ticks) => {
    expect(layTimeLine([mark("R0", "2000-01-01"), mark("R1", last)], 100).ticks.map(({ date }) => date)).toEqual(ticks);
  });

  it.each<[width: number, last: string, count: number, end: string | undefined]>([
    [248, "2020-04-01", 4, "2020-04"],
    [247, "2020-04-01", 2, "2020-04"],
    [5_000, "2023-01-01", 37, "2023-01"],
    [5_000, "2023-02-01", 4, "2023"],
  ])("over %i pixels from 2020 to %s has %i ticks, up to %s", (width, last, count, end) => {
    const { ticks } = layTimeLine([mark("R0", "2020-01-01"), mark("R1", last)], width);
    expect(ticks).toHaveLength(count);
    expect(ticks.at(-1)?.date).toBe(end);
  });

  it("leaves out what is no date, and is empty without any", () => {
    expect(layTimeLine([mark("R0", "soon"), mark("R1", "2026-13-45"), mark("R2", "")], 300)).toEqual({ marks: [], ticks: [], rows: 1 });
  });

  it("keeps within its width, in the order of time, and no two labels of a row cover each other", () => {
    const date = fc
      .tuple(fc.integer({ min: 1990, max: 2099 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }), fc.constantFrom(4, 7, 10))
      .map(([year, month, day, length]) => `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`.slice(0, length));
    const marks = fc.array(date, { maxLength: 40 }).map((dates) => dates.map((date, count) => mark(`R${count}`, date)));
    fc.assert(
      fc.property(marks, fc.integer({ min: 100, max: 2_000 }), (marks, width) => {
        const line = layTimeLine(marks, width);
        expect(line.marks).toHaveLength(marks.length);
        const rows = new Map<number, number>();
        let before = 0;
        for (const { x, labelX, label, row } of line.marks) {
          expect(x).toBeGreaterThanOrEqual(before);
          expect(x).toBeLessThanOrEqual(width);
          before = x;
          if (row === undefined) continue;
          const half = (label.length * 7) / 2;
          expect(labelX - half).toBeGreaterThanOrEqual(rows.get(row) ?? 0);
          expect(labelX + half).toBeLessThanOrEqual(width);
          rows.set(row, labelX + half);
          expect(row).toBeLessThan(line.rows);
        }
        for (const { x } of line.ticks) {
          expect(x).toBeGreaterThanOrEqual(0);
          expect(x).toBeLessThanOrEqual(width);
        }
        expect(line.ticks.length).toBeLessThanOrEqual(width / 64 + 2);
      }),
    );
  });
});
