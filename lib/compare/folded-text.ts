import type { BlockKind, PaperText, Section } from "../document/document.ts";
import { foldTitle, headingWords } from "./folding/fold-title.ts";
import { MAX_HEADER_LINES, type OwnMarks } from "./folding/own-marks.ts";
import { createVocabulary, type Vocabulary, type Word } from "./folding/vocabulary.ts";
import { wordsOf, wordsOfRow } from "./folding/words.ts";
import { type Bag, bagOf } from "./matching/likeness.ts";

/** A text, and its words as they are compared. */
interface Folded {
  text: string;
  words: Word[];
  /** The number of each word. */
  keys: number[];
  /** The same for the same words. */
  key: number;
  /** How many of the words people count. */
  counted: number;
  /** Made when it is first asked for: what is in both texts needs none. */
  bag: () => Bag;
}

/** A block or a heading. */
export interface FoldedBlock extends Folded {
  kind: BlockKind | "heading";
}

export interface FoldedSection {
  section: Section;
  at: number;
  /** The same for sections of the same title, path or words. */
  title: string;
  path: string;
  text: string;
  /** With its heading, where it has one. */
  blocks: FoldedBlock[];
  /** Of what stands below its heading. */
  length: number;
  bag: () => Bag;
}

/**
 * Folds texts that are to be compared with one another, all with what each of them says of itself: what is the same in them is folded once.
 * What only one of them could have, since the other is a PDF or was read before it was seen (raised digits, empty cells), is not compared.
 */
export function createFolding(said: OwnMarks[], isReadAlike = true): (text: PaperText) => FoldedSection[] {
  const vocabulary = createVocabulary(isReadAlike);
  const inHeader = createFolds(said, vocabulary);
  // Further down the same date is that of something else: of a reference, or of another revision.
  const below = createFolds(
    said.map(({ date: _, ...own }) => own),
    vocabulary,
  );
  return ({ sections }) => {
    let lines = 0;
    return sections.map((section, at) => {
      const { titleOf, headingOf, textOf, rowOf } = lines < MAX_HEADER_LINES ? inHeader : below;
      lines += 1 + section.blocks.length;
      const heading: FoldedBlock[] = section.title === "" ? [] : [{ kind: "heading", ...headingOf(section.title) }];
      const blocks = section.blocks.map(({ kind, text }): FoldedBlock => ({ kind, ...(kind === "row" && isReadAlike ? rowOf : textOf)(text) }));
      return {
        section,
        at,
        title: titleOf(section.title),
        path: section.path.map(titleOf).join("\n"),
        text: blocks.map(({ key }) => key).join(" "),
        blocks: [...heading, ...blocks],
        length: blocks.reduce((sum, { keys }) => sum + keys.length, 0),
        bag: once(() => bagOf(blocks.map(({ keys }) => keys))),
      };
    });
  };
}

/** How titles, headings and texts are folded; each title and text once. */
function createFolds(own: OwnMarks[], vocabulary: Vocabulary) {
  return {
    titleOf: onceEach((title) => foldTitle(title, own, vocabulary)),
    headingOf: (title: string) => folded(title.trim(), headingWords(title, own, vocabulary), vocabulary),
    textOf: onceEach((text) => folded(text, wordsOf(text, own, vocabulary), vocabulary)),
    rowOf: onceEach((text) => folded(text, wordsOfRow(text, own, vocabulary), vocabulary)),
  };
}

function onceEach<T>(make: (text: string) => T): (text: string) => T {
  const made = new Map<string, T>();
  return (text) => {
    const before = made.get(text);
    if (before !== undefined) return before;
    const one = make(text);
    made.set(text, one);
    return one;
  };
}

function folded(text: string, words: Word[], { numberOf }: Vocabulary): Folded {
  const keys = words.map(({ number }) => number);
  // No word has a blank in it.
  const key = numberOf(` ${keys.join(" ")}`);
  return { text, words, keys, key, counted: words.reduce((sum, { isCounted }) => sum + Number(isCounted), 0), bag: once(() => bagOf([keys])) };
}

function once<T>(make: () => T): () => T {
  let made: { value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
