import { readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, it } from "vitest";
import { saySampleStandsIn, sharedData } from "../../test/data.ts";
import { classifyLastModified } from "./classify-last-modified.ts";

const NOW = Date.parse("2024-07-03T12:00:00Z");
const HALF_PAST_ELEVEN = "2024-07-03T11:30:00.000Z";

/** [header, what it says in UTC, its offset in minutes]; as Python 3.11.7 reads it. */
it.each<[header: string | undefined, time?: string, offset?: number]>([
  ["Wed, 03 Jul 2024 11:30:00 GMT", HALF_PAST_ELEVEN],
  ["Fri, 03 Jul 2024 11:30:00 GMT", HALF_PAST_ELEVEN],
  ["03 Jul 2024 11:30:00 GMT", HALF_PAST_ELEVEN],
  ["Wed,03 Jul 2024 11:30:00 GMT", HALF_PAST_ELEVEN],
  ["Wed 3 july 2024 11:30 gmt", HALF_PAST_ELEVEN],
  ["  Wed,  03  Jul  2024  11:30:00  GMT  ", HALF_PAST_ELEVEN],
  ["Wed, 03 Jul 2024 11.30.00 GMT", HALF_PAST_ELEVEN],
  ["Wednesday, 03-Jul-24 11:30:00 GMT", HALF_PAST_ELEVEN],
  ["Wed Jul  3 11:30:00 2024", HALF_PAST_ELEVEN],
  ["Jul 3 11:30:00 2024", HALF_PAST_ELEVEN],
  ["Wed, 03 Jul 2024 11:30:00", HALF_PAST_ELEVEN],
  ["Wed, 03 Jul 2024 11:30:00 -0000", HALF_PAST_ELEVEN],
  ["Wed, 03 Jul 2024 11:30:00 CEST", HALF_PAST_ELEVEN],
  ["Wed, 03 Jul 2024 11:30:00 GMT, Thu, 04 Jul 2024 11:30:00 GMT", HALF_PAST_ELEVEN],
  ["Wed, 03 Jul 2024 13:30:00 +0200", HALF_PAST_ELEVEN, 120],
  ["Wed, 03 Jul 2024 13:30:00+0200", HALF_PAST_ELEVEN, 120],
  ["Wed, 03 Jul 2024 17:00:00 +0530", HALF_PAST_ELEVEN, 330],
  ["Wed, 03 Jul 2024 06:30:00 EST", HALF_PAST_ELEVEN, -300],
  ["Wed, 03 Jul 2024 04:30:00 pdt", HALF_PAST_ELEVEN, -420],
  ["Wed, 03 Jul 2024 06:30:00-0500", HALF_PAST_ELEVEN, -300],
  ["Wed Jul  3 06:30:00 EST 2024", HALF_PAST_ELEVEN, -300],
  ["Wed Jul  3 06:30:00 2024 EST", HALF_PAST_ELEVEN, -300],
  ["Wed, 03 Jul 2024 11:30:00 +02:00", HALF_PAST_ELEVEN],
  ["Wed, 03 Jul 2024 11:30:00 UTC+2", HALF_PAST_ELEVEN],
  ["Wed, 03 Jul 2024 07:30:00 AST", HALF_PAST_ELEVEN, -240],
  ["Wed, 03 Jul 2024 08:30:00 ADT", HALF_PAST_ELEVEN, -180],
  ["Wed, 03 Jul 2024 03:30:00 PST", HALF_PAST_ELEVEN, -480],
  ["Tue, 02 Jul 2024 11:31:00 -2359", HALF_PAST_ELEVEN, -1439],
  ["Wed, 03 Jul 2024 11:30:00 +2400"],
  ["Wed, 03 Jul 2024 11:30:00 -2400"],
  ["Wed, 03 Jul 2024 23:59:59 GMT", "2024-07-03T23:59:59.000Z"],
  ["Wed, 03 Jul 0100 11:30:00 GMT", "0100-07-03T11:30:00.000Z"],
  ["Wed, 03 Jul 9999 11:30:00 GMT", "9999-07-03T11:30:00.000Z"],
  ["Mon, 01 Jan 2024 11:30:00 GMT", "2024-01-01T11:30:00.000Z"],
  ["Tue, 31 Dec 2024 11:30:00 GMT", "2024-12-31T11:30:00.000Z"],
  ["Wed, x03 Jul 2024 11:30:00 GMT"],
  ["Wed, 03 Jul 2024x 11:30:00 GMT"],
  ["Wed, 03 Jul 2024 x11:30:00 GMT"],
  ["Wed, 03 Jul 2024 11:30:00x GMT"],
  ["Wed, 03 Jul 69 11:30:00 GMT", "1969-07-03T11:30:00.000Z"],
  ["Wed, 03 Jul 68 11:30:00 GMT", "2068-07-03T11:30:00.000Z"],
  ["Wed, 03 Jul 0099 11:30:00 GMT", "1999-07-03T11:30:00.000Z"],
  ["Thu, 29 Feb 2024 11:30:00 GMT", "2024-02-29T11:30:00.000Z"],
  ["Thu, 29 Feb 2023 11:30:00 GMT"],
  ["Wed, 31 Feb 2024 11:30:00 GMT"],
  ["Wed, 00 Jul 2024 11:30:00 GMT"],
  ["Wed, 03 Jul 10000 11:30:00 GMT"],
  ["Wed, 03 Jul 2024 25:30:00 GMT"],
  ["Wed, 03 Jul 2024 24:00:00 GMT"],
  ["Wed, 03 Jul 2024 11:60:00 GMT"],
  ["Wed, 03 Jul 2024 11:30:60 GMT"],
  ["Wed, 03 Jul 2024"],
  ["Wed, 03 Foo 2024 11:30:00 GMT"],
  ["2024-07-03T11:30:00Z"],
  ["garbage"],
  ["0"],
  [""],
  ["   "],
  [undefined],
])("reads %j", (header, time, offset = 0) => {
  const { modified, stat } = classifyLastModified(header, NOW, 24);
  expect(modified && { at: new Date(modified.at).toISOString(), offset: modified.offsetMinutes }).toEqual(time && { at: time, offset });
  expect(stat === "hit_no_lm").toBe(time === undefined);
});

it.each<[header: string, hours: number, stat: string, isRecent: boolean]>([
  ["Tue, 02 Jul 2024 12:00:00 GMT", 24, "hit_recent", true],
  ["Tue, 02 Jul 2024 11:59:59 GMT", 24, "hit_old", false],
  ["Tue, 02 Jul 2024 11:59:59 GMT", 25, "hit_recent", true],
  ["Wed, 03 Jul 2024 11:59:59 GMT", 0, "hit_old", false],
  ["Wed, 03 Jul 2124 12:00:00 GMT", 24, "hit_recent", true],
  ["garbage", 24, "hit_no_lm", true],
])("%j within %i hours is %s", (header, hours, stat, isRecent) => expect(classifyLastModified(header, NOW, hours)).toMatchObject({ stat, isRecent }));

it("makes something of any text", () => {
  const text = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.array(fc.constantFrom("Wed,", "03", "Jul", "24", "11:30:00", "-", ":", "GMT", "+0200", "9".repeat(400), ",")).map((words) => words.join(" ")),
  );
  fc.assert(
    fc.property(text, (header) => {
      const { isRecent, modified } = classifyLastModified(header, NOW, 24);
      if (modified) expect(new Date(modified.at).getTime()).toBe(modified.at);
      else expect(isRecent).toBe(true);
    }),
    { numRuns: 1000 },
  );
});

const VECTORS = sharedData("vectors/last-modified.json");
if (!VECTORS) saySampleStandsIn("vectors/last-modified.json");

if (VECTORS) {
  const { now, alertModifiedHours, rows } = JSON.parse(readFileSync(VECTORS, "utf8")) as {
    now: string;
    alertModifiedHours: number;
    rows: { header: string | null; is_recent: boolean; last_modified: string | null; stat: string }[];
  };
  it.each(rows.map((row) => [row.header, row] as const))("has %j as the original has it", (header, row) => {
    const { isRecent, modified, stat } = classifyLastModified(header ?? undefined, Date.parse(now), alertModifiedHours);
    expect([isRecent, stat, modified?.at ?? null]).toEqual([row.is_recent, row.stat, row.last_modified && Date.parse(row.last_modified)]);
  });
}
