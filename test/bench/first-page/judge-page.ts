import type { FirstPage } from "../../../lib/first-page/first-page.ts";
import { foldText } from "../../../lib/watch/names/fold-text.ts";
import { namesAgree } from "../../../lib/watch/names/names-agree.ts";
import type { Expectation } from "./expectations.ts";

/** What of a paper was read as expected; undefined where nothing is. */
export interface Verdict {
  title: "right" | "up to its subtitle" | "wrong" | undefined;
  missing: string[];
  extra: string[];
  audience: boolean | undefined;
  date: boolean | undefined;
}

const MIN_LETTERS = 20;
const MIN_SHARE = 1 / 3;

/** Holds what was read against what is expected, by the rules that the usage of the bench states. */
export function judgePage(expected: Expectation, page: FirstPage | undefined): Verdict {
  const authors = page?.authors ?? [];
  const names = expected.authors?.value ?? authors;
  return {
    title: expected.title && judgeTitle(expected.title.value, page?.title ?? ""),
    missing: names.filter((name) => !authors.some((one) => namesAgree(one, name))),
    extra: authors.filter((name) => !names.some((one) => namesAgree(one, name))),
    audience: expected.audience && isSame(expected.audience.value, page?.audience ?? []),
    date: expected.date && expected.date.value === (page?.date ?? ""),
  };
}

function judgeTitle(expected: string, found: string): NonNullable<Verdict["title"]> {
  const [one, other] = [wordsOf(expected), wordsOf(found)];
  // A title of signs has no words.
  if (one.length === 0) return expected === found ? "right" : "wrong";
  if (one.join("") === other.join("")) return "right";
  const [shorter, longer] = one.length < other.length ? [one, other] : [other, one];
  const letters = shorter.join("").length;
  const isBeginning = longer.slice(0, shorter.length).join("") === shorter.join("");
  return isBeginning && letters >= MIN_LETTERS && letters >= MIN_SHARE * longer.join("").length ? "up to its subtitle" : "wrong";
}

function wordsOf(title: string): string[] {
  return foldText(title).match(/[\p{L}\p{N}]+/gu) ?? [];
}

function isSame(one: string[], other: string[]): boolean {
  return one.toSorted().join() === other.toSorted().join();
}
