import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anyText } from "../../../test/any-text.ts";
import { cpuMs } from "../../../test/cpu-ms.ts";
import { parseDate } from "./parse-date.ts";

describe("parseDate", () => {
  it.each<[text: string, date: string]>([
    ["2021-06-16", "2021-06-16"],
    [" 2021-06-16 ", "2021-06-16"],
    ["2021-06-16T10:30:00Z", "2021-06-16"],
    ["20200131", "2020-01-31"],
    ["9 March 1999", "1999-03-09"],
    ["09 March 1999", "1999-03-09"],
    ["31 January 2020", "2020-01-31"],
    ["14 Feb 2004", "2004-02-14"],
    ["3 Sept 2001", "2001-09-03"],
    ["3 Sepember 2001", "2001-09-03"],
    ["3 Sep. 2001", "2001-09-03"],
    ["March 9, 1999", "1999-03-09"],
    ["9 MARCH, 1999", "1999-03-09"],
    ["16.06.2021", "2021"],
    ["29 February 2024", "2024-02-29"],
    ["November 1999", "1999-11"],
    ["Nov 1999", "1999-11"],
    ["1999-11", "1999-11"],
    ["199911", "1999-11"],
    ["1999", "1999"],
    ["about 1999", "1999"],
  ])("reads %j as %s", (text, date) => expect(parseDate(text)).toBe(date));

  it.each<[text: string, date: string]>([
    ["2021-02-31", "2021-02"],
    ["29 February 2023", "2023-02"],
    ["2021-06-00", "2021-06"],
    ["2021-13-05", "2021"],
    ["2021-00-10", "2021"],
    ["20211399", "2021"],
  ])("takes of %j, which no calendar has, only %s", (text, date) => expect(parseDate(text)).toBe(date));

  it.each(["unknown", "", " ", "missing", "March", "9 March", "9 March 99", "0999-01-01", "yesterday", "1", "-", "12345", "2021-6-16"])(
    "gives nothing for %j",
    (text) => expect(parseDate(text)).toBeUndefined(),
  );

  const MONTHS = "January February March April May June July August September October November December".split(" ");
  const LONG_AGO = new Date("1900-01-01T00:00:00Z");
  const FAR_AHEAD = new Date("2199-12-31T00:00:00Z");

  it("reads every day alike in every way of writing it", () => {
    fc.assert(
      fc.property(fc.date({ min: LONG_AGO, max: FAR_AHEAD, noInvalidDate: true }), (day) => {
        const iso = day.toISOString().slice(0, 10);
        const month = MONTHS[day.getUTCMonth()] ?? "";
        const [year, date] = [day.getUTCFullYear(), day.getUTCDate()];
        const written = [iso, iso.replaceAll("-", ""), `${date} ${month} ${year}`, `${month} ${date}, ${year}`, `${date} ${month.slice(0, 3)} ${year}`];
        expect(written.map(parseDate)).toEqual(written.map(() => iso));
      }),
    );
  });

  it("takes time that grows with the length only", () => {
    expect(cpuMs(() => parseDate(`2021T${" ".repeat(100_000)}\nx`))).toBeLessThan(1_000);
  });

  it("gives a date, part of one or nothing, whatever it is given", () => {
    const words = fc.array(fc.constantFrom("9", "31", "March", "Sept", "1999", "2021", "-", ",", ".", "unknown", "13", " ", "T"), { maxLength: 8 });
    fc.assert(
      fc.property(
        fc.oneof(
          anyText(),
          words.map((parts) => parts.join(" ")),
          words.map((parts) => parts.join("")),
        ),
        (text) => {
          const date = parseDate(text);
          if (date === undefined) return;
          expect(date).toMatch(/^\d{4}(-\d\d(-\d\d)?)?$/);
          expect(new Date(date).toISOString().startsWith(date)).toBe(true);
          expect(parseDate(date)).toBe(date);
        },
      ),
    );
  });
});
