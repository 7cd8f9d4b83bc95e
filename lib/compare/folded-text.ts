import type { BlockKind, PaperText, Section } from "../document/document.ts";
import { foldTitle, headingWords } from "./folding/fold-title.ts";
import { MAX_HEADER_LINES, type OwnMarks } from "./folding/own-marks.ts";
import { createVocabulary, type Vocabulary, type Word } from "./folding/vocabulary.ts";
import { wordsOf } from "./folding/words.ts";
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

/** Folds texts that are to be compared with one another: what is the same in them is folded once. */
export type FoldSections = (text: PaperText, own: OwnMarks) => FoldedSection[];

export function createFolding(): FoldSections {
  const vocabulary = createVocabulary();
  const known = new Map<string, Folded>();
  return ({ sections }, said) => {
    const { date: _, ...ownId } = said;
    const [titleIn, titleBelow] = [remembered(said), remembered(ownId)];
    let lines = 0;
    return sections.map((section, at) => {
      // Further down the same date is that of something else: of a reference, or of another revision.
      const isHeader = lines < MAX_HEADER_LINES;
      const [own, titleOf] = isHeader ? [said, titleIn] : [ownId, titleBelow];
      lines += 1 + section.blocks.length;
      const heading: FoldedBlock[] =
        section.title === "" ? [] : [{ kind: "heading", ...folded(section.title.trim(), headingWords(section.title, own, vocabulary), vocabulary) }];
      const blocks = section.blocks.map(({ kind, text }): FoldedBlock => ({ kind, ...foldedText(text, own) }));
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

  function foldedText(text: string, own: OwnMarks): Folded {
    const before = known.get(text);
    if (before) return before;
    const all = folded(text, wordsOf(text, own, vocabulary), vocabulary);
    // The number and the date of one of the papers are nothing to the other.
    if (!/(?:19|20)\d\d/.test(text) && all.words.every(({ paper }) => paper === undefined)) known.set(text, all);
    return all;
  }

  function remembered(own: OwnMarks): (title: string) => string {
    const titles = new Map<string, string>();
    return (title) => {
      const before = titles.get(title);
      if (before !== undefined) return before;
      const folded = foldTitle(title, own, vocabulary);
      titles.set(title, folded);
      return folded;
    };
  }
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
