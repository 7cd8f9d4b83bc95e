import { expect, it } from "vitest";
import { isoDay } from "./iso-day.ts";

// As Python 3.11.7 reads the first ten characters.
it.each<[text: string, day: string | undefined]>([
  ["2025-01-02", "2025-01-02"],
  ["2025-01-02T23:59:59Z", "2025-01-02"],
  ["20250102", "2025-01-02"],
  ["20250102T1", "2025-01-02"],
  ["20250102T10:00", "2025-01-02"],
  ["2025010299", "2025-01-02"],
  ["2024-02-29", "2024-02-29"],
  ["0001-01-01", "0001-01-01"],
  ["0099-12-31", "0099-12-31"],
  ["2025-W01-1", "2024-12-30"],
  ["2025-W01", "2024-12-30"],
  ["2025W011", "2024-12-30"],
  ["2025W01", "2024-12-30"],
  ["2025W012T1", "2024-12-31"],
  ["2026-W53-7", "2027-01-03"],
  ["9999-W52-5", "9999-12-31"],
  ["9999-W52-6", undefined],
  ["2025-W53-1", undefined],
  ["2025-W00-1", undefined],
  ["2025-W01-0", undefined],
  ["0000-W10-1", undefined],
  ["2025-W01-8", undefined],
  ["2025-W011", undefined],
  ["2025W01-1", undefined],
  ["2025-w01-1", undefined],
  ["2025-02-29", undefined],
  ["0000-01-01", undefined],
  ["2025-00-01", undefined],
  ["2025-13-01", undefined],
  ["2025-1-2", undefined],
  ["2025-06", undefined],
  ["2025-0102", undefined],
  ["202501-02", undefined],
  ["2025-001", undefined],
  ["202501021", undefined],
  [" 2025-01-02", undefined],
  ["٢٠٢٥-01-02", undefined],
  ["9 March 1999", undefined],
  ["unknown", undefined],
  ["", undefined],
])("%j is %s", (text, day) => {
  const found = isoDay(text);
  // Not Date.UTC, which takes the year 99 for 1999.
  expect(found === undefined ? undefined : new Date(found * 24 * 60 * 60_000).toISOString().slice(0, 10)).toBe(day);
});
