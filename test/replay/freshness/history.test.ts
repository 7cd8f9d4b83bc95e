import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { saySampleStandsIn, sharedData } from "../../data.ts";
import { readTimeline } from "../read-timeline.ts";
import { writeTimeline } from "../write-timeline.ts";
import { mailingListedAt, readHistory } from "./history.ts";
import { quantile } from "./measure.ts";

const DAY = 24 * 60 * 60_000;
const noon = (day: string) => Date.parse(`${day}T12:00:00Z`);
const paper = (date?: string, link?: string) => ({ type: "paper", title: "T", author: "A", ...(date && { date }), ...(link && { long_link: link }) });

describe("the history of an index", () => {
  const folder = mkdtempSync(join(tmpdir(), "paperscout-history-"));
  const first = { P0001R0: paper("2018-01-01"), N4700: paper("2018-01-01"), D0002R1: paper() };
  writeTimeline(folder, [
    ["2018-02-01", first],
    ["2018-02-03", { ...first, P0002R0: paper(), P04116R0: paper("2016-04-01"), LWG12: paper() }],
    ["2018-02-09", { ...first, P0002R0: paper("2018-02-01") }],
  ]);
  afterAll(() => rmSync(folder, { recursive: true }));

  it("says when each P and D id came, and when more was said of it", () => {
    expect(readHistory(readTimeline(folder), {})).toEqual([
      { at: noon("2018-02-01"), id: "P0001R0", paper: { number: 1, revision: 0, date: "2018-01-01" } },
      { at: noon("2018-02-01"), id: "D0002R1" },
      { at: noon("2018-02-03"), id: "P0002R0", paper: { number: 2, revision: 0 } },
      { at: noon("2018-02-09"), id: "P0002R0", paper: { number: 2, revision: 0, date: "2018-02-01" } },
    ]);
  });

  it("goes on with the papers of a later index, mailing by mailing, and takes the extensions from there", () => {
    const html = (id: string) => `http://www.open-std.org/jtc1/sc22/wg21/docs/papers/2018/${id}.html`;
    const later = {
      P0004R0: paper("2018-03-17"),
      P0001R0: paper("2018-01-01", html("p0001r0")),
      P0003R0: paper("2018-03-02", html("p0003r0")),
      P0005R0: paper("2017-05-05"),
      P0006R0: paper("2018"),
      D0003R1: paper(),
    };
    const history = readHistory(readTimeline(folder), later);
    expect(history[0]?.paper?.extension).toBe(".html");
    expect(history.slice(4)).toEqual([
      { at: noon("2018-02-10") - DAY / 2, id: "P0005R0", paper: { number: 5, revision: 0, date: "2017-05-05" } },
      { at: noon("2018-03-21"), id: "P0003R0", paper: { number: 3, revision: 0, date: "2018-03-02", extension: ".html" } },
      { at: noon("2018-04-21"), id: "P0004R0", paper: { number: 4, revision: 0, date: "2018-03-17" } },
    ]);
  });

  it.each([
    ["2020-01-01", "2020-01-21"],
    ["2020-01-15", "2020-01-21"],
    ["2020-01-16", "2020-02-21"],
    ["2020-12-31", "2021-01-21"],
  ])("has a paper of %s on %s", (date, listed) => expect(mailingListedAt(Date.parse(date))).toBe(noon(listed)));
});

const [folder, index] = [sharedData("timeline"), sharedData("index-2021-07-15.json")];
if (!folder || !index) saySampleStandsIn("timeline");

if (folder && index) {
  it("has mailings that lag as those of the real index did: by 8 days in the median, 20 and 37 at the upper quarter and tenth", () => {
    const arrivals = readHistory(readTimeline(folder), JSON.parse(readFileSync(index, "utf8")));
    const modelled = arrivals.filter(({ at, paper }) => paper?.date && at > noon("2020-01-15") && at < noon("2021-07-15"));
    const lags = Float64Array.from(modelled, ({ at, paper }) => (at - noon(paper?.date ?? "")) / DAY).sort();
    expect(lags.length).toBeGreaterThan(700);
    expect([0.25, 0.5, 0.75, 0.9].map((share) => Math.abs(quantile(lags, share) - ({ 0.25: 5, 0.5: 8, 0.75: 20, 0.9: 37 }[share] ?? 0)) <= 6)).toEqual(
      Array(4).fill(true),
    );
  });
}
