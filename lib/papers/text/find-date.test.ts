import fc from "fast-check";
import { expect, it } from "vitest";
import { cpuMs } from "../../../test/cpu-ms.ts";
import { datesIn, findDate, readDate, withoutDates } from "./find-date.ts";

it.each([
  ["Published Proposal, 2026-02-22", "2026-02-22"],
  ["ISO/IEC JTC1 SC22 WG21 p0053r3 - 2016-11-14", "2016-11-14"],
  ["2014-1-9", "2014-01-09"],
  ["2016/10/07", "2016-10-07"],
  ["3 March 2025", "2025-03-03"],
  ["3rd of March", undefined],
  ["March 3rd, 2025", "2025-03-03"],
  ["Sept. 9, 2018", "2018-09-09"],
  ["12 Nov, 1999 and later", "1999-11-12"],
  ["2021-02-31", "2021-02"],
  ["1970-01-01", undefined],
  ["14882-2011-05-12", "2011-05-12"],
  ["120-2021-05-121", undefined],
  ["2016–03–13", "2016-03-13"],
  ["2024−05−21", "2024-05-21"],
  ["2024‒05‒21", "2024-05-21"],
  ["2024 – 05 – 21", "2024-05-21"],
  ["2024-May-21", "2024-05-21"],
  ["2024, May 21", "2024-05-21"],
  ["21-May-2024", "2024-05-21"],
  ["21–May–2024", "2024-05-21"],
  ["21May2024", "2024-05-21"],
  ["Tuesday, 21. May 2024", "2024-05-21"],
  ["21st of May, 2024", "2024-05-21"],
  ["the 21st day of May, 2024", "2024-05-21"],
  ["2024年5月21日", "2024-05-21"],
  ["May 21st, 2024", "2024-05-21"],
  ["May the 21st, 2024", "2024-05-21"],
  ["Sept 15, 2023", "2023-09-15"],
  ["5/21/2024", "2024-05-21"],
  ["21/5/2024", "2024-05-21"],
  ["21.05.2024", "2024-05-21"],
  ["21. 5. 2024", "2024-05-21"],
  ["2024-21-05", "2024-05-21"],
  ["5/5/2024", "2024-05-05"],
  ["5/6/2024", undefined],
  ["05.06.2024", undefined],
  ["11-9-2015", undefined],
  ["5/6/2024, in other words 2024-06-05", "2024-06-05"],
  ["2024-05-21T10:00:00Z", "2024-05-21"],
  ["the first of 2024-06-01 and 2024-05-21", "2024-06-01"],
  ["21 Marvels of 2024", undefined],
  ["remark 21, 2024", undefined],
  ["1.2.2024.1", undefined],
  ["", undefined],
])("findDate(%j) is %s", (text, date) => {
  expect(findDate(text)).toBe(date);
});

it.each([
  ["2026-02-22 (revised)", "2026-02-22"],
  ["November 2018", "2018-11"],
  ["2018", "2018"],
  ["May-2024", "2024-05"],
  ["20240521", "2024-05-21"],
  ["20240521 (second draft)", "2024-05-21"],
  ["13/13/2024", "2024"],
  ["5/6/2024", undefined],
  ["5-6-2024", undefined],
  ["1970-01-01", undefined],
  ["yyyy-mm-dd", undefined],
])("readDate(%j) is %s", (text, date) => {
  expect(readDate(text)).toBe(date);
});

it.each([
  ["Ada Lovelace, 21 May 2024", "Ada Lovelace,  "],
  ["2024-05-21 Ada 5/6/2024", "  Ada  "],
  ["Ada", "Ada"],
])("withoutDates(%j) is %j", (text, left) => {
  expect(withoutDates(text)).toBe(left);
});

it("reads every day alike, however it is written, unless day and month could be either", () => {
  const MONTHS = "January February March April May June July August September October November December".split(" ");
  fc.assert(
    fc.property(fc.date({ min: new Date("1990-01-01T00:00:00Z"), max: new Date("2099-12-31T00:00:00Z"), noInvalidDate: true }), (date) => {
      const iso = date.toISOString().slice(0, 10);
      const [year, month, day] = [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()];
      const name = MONTHS[month - 1] ?? "";
      const numbers = [`${day}.${month}.${year}`, `${month}/${day}/${year}`, `${day}-${month}-${year}`];
      const words = [
        iso.replaceAll("-", "–"),
        `${day}-${name.slice(0, 3)}-${year}`,
        `${year}-${name.slice(0, 3)}-${day}`,
        `${day}th of ${name}, ${year}`,
        `${name} ${day}th, ${year}`,
      ];
      expect(words.map(findDate)).toEqual(words.map(() => iso));
      expect(numbers.map(findDate)).toEqual(numbers.map(() => (day > 12 || day === month ? iso : undefined)));
    }),
  );
});

it("takes time that grows with the length only", () => {
  expect(cpuMs(() => datesIn("2024-01-01 ".repeat(30_000)))).toBeLessThan(1_000);
});
