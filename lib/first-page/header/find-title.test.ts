import { expect, it } from "vitest";
import type { PageLine } from "../../document/page-line.ts";
import { findTitle } from "./find-title.ts";

const line = (text: string, rest: Partial<PageLine> = {}, group = 1): PageLine => ({ text, group, ...rest });
const ONE = { heading: 1 };
const TWO = { heading: 2 };

it.each<[string, PageLine[], object | undefined]>([
  ["none without a heading", [line("Rings")], undefined],
  ["a heading", [line("x", {}, 0), line("Rings", ONE)], { title: "Rings", last: 1, heading: 1 }],
  ["the first of the highest rank", [line("Rings", TWO), line("Fields", ONE, 2), line("Groups", ONE, 3)], { title: "Fields", last: 1, heading: 1 }],
  ["what is marked so, whatever its rank", [line("Rings", ONE), line("Fields", { part: "title" }, 2)], { title: "Fields", last: 1, heading: 0 }],
  ["all lines of a heading", [line("Rings", ONE), line("and fields", ONE), line("x", ONE, 2)], { title: "Rings and fields", last: 1, heading: 1 }],
  ["no lines of another rank", [line("Rings", ONE), line("and fields", TWO)], { title: "Rings", last: 0, heading: 1 }],
  [
    "with its subtitle",
    [line("Rings", ONE), line("Part", { ...TWO, part: "subtitle" }, 2), line("two", { ...TWO, part: "subtitle" }, 2)],
    { title: "Rings: Part two", last: 2 },
  ],
  ["no date for a subtitle", [line("Rings", ONE), line("2026-01-01", { ...TWO, part: "subtitle" }, 2)], { title: "Rings", last: 0 }],
  ["no address for a subtitle", [line("Rings", ONE), line("a@b.org", { ...TWO, part: "subtitle" }, 2)], { title: "Rings", last: 0 }],
  ["no subtitle alone", [line("Rings", { ...ONE, part: "subtitle" })], undefined],
  ["no author", [line("Rings", { ...ONE, part: "author" })], undefined],
  ["no date", [line("Rings", { ...ONE, part: "date" })], undefined],
  ["nothing that stands on every paper", [line("Programming Language C++", ONE), line("Rings", TWO, 2)], { title: "Rings" }],
  ["not even if it is marked", [line("WG21", { part: "title" }), line("Rings", TWO, 2)], { title: "Rings" }],
  ["no known label", [line("Date: Rings", ONE)], undefined],
  ["another label", [line("Rings: a story", ONE)], { title: "Rings: a story" }],
  ["no part with a number", [line("2 Rings", ONE)], undefined],
  ["unless it is marked", [line("2 Rings", { part: "title" })], { title: "2 Rings" }],
  ["no address", [line("Rings a@b.org", ONE)], undefined],
  ["nothing behind the first part", [line("Abstract", TWO), line("Rings", ONE, 2)], undefined],
])("%s", (_, lines, expected) => (expected ? expect(findTitle(lines)).toMatchObject(expected) : expect(findTitle(lines)).toBeUndefined()));
