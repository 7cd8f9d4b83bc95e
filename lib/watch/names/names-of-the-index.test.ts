import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { indexesAtHand } from "../../../test/data.ts";
import { readIndex } from "../../papers/index/read-index.ts";
import { isPaper } from "../../papers/paper.ts";
import { foldText } from "./fold-text.ts";
import { namesAgree } from "./names-agree.ts";

/** Those of the index whose first and last words differ, of whom somebody has looked at each: one person, or no person at all. */
const ONE_PERSON = new Set([
  "Jonathan Mueller = Jonathan Müller",
  "Kurt Goedel = Kurt Gödel",
  "Matti Rintala = Rintala Matti",
  "Michael Dominiak = Michal Dominiak",
  "Michael Dominiak = Michał Dominiak",
  "Performance WG = WG 14",
  "Thomas Koeppe = Thomas Köppe",
]);
/** Initials, first names that some leave out and lone surnames stand for several names, here each of one person, with a short name, a slip or a broken letter. */
const SEVERAL_NAMES = new Set(
  "A. Fabijanic|A. Naumann|B. Kosnik|C. Kohlhoff|Carter Edwards|D. Abrahams|D. Gregor|D. Vandevoorde|G. Romer|Gregor|J. Caves|J. Daniel Garcia|L. Joly|M. Austern|M. Spertus|M. Wong|O. Giroux|T. Plum|V. Voutilainen".split(
    "|",
  ),
);

const names = [...new Set(indexesAtHand(["index.json", "index-2021-07-15.json", "index-2026-05-18.json"]).flatMap(([, path]) => authorsIn(path)))].sort();
const agreeing = names.map((name) => ({ name, others: names.filter((other) => other !== name && namesAgree(name, other)) }));

describe("all pairs of authors of the index: no two people become one", () => {
  it("where both names are written in full", () => {
    const pairs = agreeing.flatMap(({ name, others }) => others.filter((other) => name < other && isOther(name, other)).map((other) => `${name} = ${other}`));
    expect(pairs.filter((pair) => !ONE_PERSON.has(pair))).toEqual([]);
  });

  it("where one name is an initial or a surname only", () => {
    const shared = agreeing.filter(({ others }) => others.some((one) => others.some((other) => one !== other && !namesAgree(one, other))));
    expect(shared.map(({ name }) => name).filter((name) => !SEVERAL_NAMES.has(name))).toEqual([]);
  });
});

function authorsIn(path: string): string[] {
  const { entries } = readIndex(Object.entries(JSON.parse(readFileSync(path, "utf8")) as object));
  return [...entries.values()].filter(isPaper).flatMap(({ authors }) => authors.map((name) => name.normalize("NFC")));
}

/** The first or the last words differ, and are not initials of one another. */
function isOther(one: string, other: string): boolean {
  const [a, b] = [wordsOf(one), wordsOf(other)];
  if ([a, b].some((words) => words.length === 1 || (words[0] ?? "").length === 1)) return false;
  return a[0] !== b[0] || a.at(-1) !== b.at(-1);
}

function wordsOf(name: string): string[] {
  return foldText(name)
    .replace(/\(.*\)|\b(?:jr|iii)\b/gu, " ")
    .replace(/[^\p{L}\p{N}\uFFFD]+/gu, " ")
    .trim()
    .split(/ +/);
}
