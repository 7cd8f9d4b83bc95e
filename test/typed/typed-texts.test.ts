import { expect, it } from "vitest";
import { frontier } from "../../lib/papers/frontier.ts";
import { readIndex } from "../../lib/papers/index/read-index.ts";
import { noteFind, startFinds } from "../../lib/watch/matching/finds.ts";
import { compileWatch } from "../../lib/watch/matching/match-watch.ts";
import { isFarBeyond, nearMisses } from "../../lib/watch/suggesting/near-misses.ts";
import { onePerson } from "../../lib/watch/suggesting/one-person.ts";
import { gatherFrom, startGathering, vocabularyOf } from "../../lib/watch/suggesting/vocabulary.ts";
import { formatWatch } from "../../lib/watch/syntax/format-watch.ts";
import { meantWatch } from "../../lib/watch/syntax/meant-watch.ts";
import { parseWatch } from "../../lib/watch/syntax/parse-watch.ts";
import type { Watch } from "../../lib/watch/watch.ts";
import { TYPED_INDEX, TYPED_TEXTS } from "./typed-texts.ts";

const papers = [...readIndex(Object.entries(JSON.parse(TYPED_INDEX))).entries.values()];
const gathering = startGathering();
for (const paper of papers) gatherFrom(gathering, paper);
const vocabulary = vocabularyOf(gathering);

/** How many papers a watch finds in it. */
function count(watch: Watch): number {
  const find = compileWatch(watch);
  const finds = startFinds();
  for (const paper of papers) if (find(paper)) noteFind(finds, paper, 1);
  return finds.count;
}

it.each(TYPED_TEXTS)("$text", ({ text, watches, asks, problem }) => {
  const parsed = parseWatch(text);
  if (problem) return expect(parsed).toMatchObject({ ok: false, problem });
  if (parsed.ok) {
    const person = onePerson(parsed.watch, text, vocabulary);
    const { watch } = person?.isPlain ? person : meantWatch(parsed.watch);
    if (watches) return expect([formatWatch(watch)]).toEqual(watches);
    const near = (person ? [person.watch] : nearMisses(watch, vocabulary)).map(
      (near) => `${near.kind === "rule" ? "" : `${near.kind} `}${near.text}, ${count(near)} ${count(near) === 1 ? "paper" : "papers"}?`,
    );
    if (!person) expect(count(watch)).toBe(0);
    expect([...near, `Watch “${watch.text}” all the same`]).toEqual(asks);
    if (watch.kind === "paper") expect(isFarBeyond(watch, frontier(papers), vocabulary)).toBe(true);
  } else if (parsed.problem === "several") {
    const entries = parsed.texts.map(parseWatch);
    expect(entries.map((entry) => entry.ok && formatWatch(meantWatch(entry.watch).watch))).toEqual(watches);
  } else {
    expect(parsed).toMatchObject({ problem: "ambiguous" });
    const choices = parsed.problem === "ambiguous" ? parsed.choices.map((watch) => ({ watch, papers: count(watch) })) : [];
    choices.sort((a, b) => b.papers - a.papers);
    expect(choices.map(({ watch, papers }) => `${watch.kind === "author" ? "as author" : "in titles"} (${papers} papers)`)).toEqual(asks);
  }
});
