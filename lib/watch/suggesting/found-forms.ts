import { aliases } from "../names/aliases.ts";
import { watchedWords } from "../names/title-words.ts";
import { wordForms } from "../names/word-forms.ts";
import type { Spelling, Vocabulary } from "./vocabulary.ts";

/** The words of the index that the first word of a title watch finds with another in other forms, most frequent first; [] where its words have one form each. */
export function foundForms(text: string, { words }: Pick<Vocabulary, "words">): Spelling[] {
  const asked = watchedWords(text).filter(({ open, exact }) => !open && !exact);
  const forms = asked.map(({ key }) => new Set(wordForms(key)));
  for (const some of forms) {
    const found = words.filter(({ key }) => some.has(key.trim()));
    if (found.length > 1) return found;
  }
  return [];
}

/** The text of a title watch with each of its words in this form alone; undefined where it is so already. */
export function exactTitle(text: string): string | undefined {
  const exact = aliases(text)
    .map((words) =>
      words
        .split(" ")
        .map((word) => (/^=|\*$/.test(word) ? word : `=${word}`))
        .join(" "),
    )
    .join(" | ");
  return exact === text ? undefined : exact;
}
