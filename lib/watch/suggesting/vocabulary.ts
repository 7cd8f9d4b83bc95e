import { isPaper, type Paper } from "../../papers/paper.ts";
import { seriesOf } from "../../papers/series.ts";
import { foldText } from "../names/fold-text.ts";
import { titleWords } from "../names/title-words.ts";

/** A spelling of the index, and in how many papers it stands. */
export interface Spelling {
  text: string;
  /** Folded, with a blank before each word. */
  key: string;
  papers: number;
}

/** A paper that can be watched by its number. */
interface NumberedPaper {
  /** "P2300", "N4950". */
  id: string;
  number: number;
  /** Of its newest revision that has one. */
  title: string;
  key: string;
}

/** What can be completed while a watch is typed. Most frequent first, papers by number with the newest first, N papers last. */
export interface Vocabulary {
  authors: Spelling[];
  audiences: Spelling[];
  words: Spelling[];
  papers: NumberedPaper[];
}

/** A vocabulary that is being gathered, paper by paper. */
export interface Gathering {
  authors: Map<string, Spelling>;
  audiences: Map<string, Spelling>;
  /** By key: a word has the spelling that it was first seen in. */
  words: Map<string, Spelling>;
  papers: Map<string, NumberedPaper & { revision: number }>;
}

export function startGathering(): Gathering {
  return { authors: new Map(), audiences: new Map(), words: new Map(), papers: new Map() };
}

export function gatherFrom({ authors, audiences, words, papers }: Gathering, paper: Paper): void {
  if (!isPaper(paper)) return;
  for (const name of new Set(paper.authors)) count(authors, name.normalize("NFC"));
  for (const audience of new Set(paper.audience)) count(audiences, audience);
  for (const [key, text] of new Map(titleWords(paper.title).map(({ key, spelling }) => [` ${key}`, spelling]))) count(words, text, key);
  const id = seriesOf(paper);
  if (id === undefined) return;
  const { number = 0, revision = 0, title } = paper;
  const known = papers.get(id);
  if (!known || (title !== "" && (revision >= known.revision || known.title === ""))) papers.set(id, { id, number, revision, title, key: keyOf(title) });
}

export function vocabularyOf({ authors, audiences, words, papers }: Gathering): Vocabulary {
  return {
    authors: [...authors.values()].sort(byFrequency),
    audiences: [...audiences.values()].sort(byFrequency),
    words: [...words.values()].sort(byFrequency),
    papers: [...papers.values()].sort(byNumber),
  };
}

/** The words of a text, each with a blank before it, so that a word is found by its beginning. */
export function keyOf(text: string): string {
  return ` ${foldText(text).replace(/[^\p{L}\p{N}+#]+/gu, " ")}`;
}

function count(spellings: Map<string, Spelling>, text: string, key?: string): void {
  const known = spellings.get(key ?? text);
  if (known) known.papers += 1;
  else spellings.set(key ?? text, { text, key: key ?? keyOf(text), papers: 1 });
}

function byFrequency(a: Spelling, b: Spelling): number {
  return b.papers - a.papers || (a.text < b.text ? -1 : 1);
}

/** N papers are of yesterday: nobody waits for another. */
function byNumber(a: NumberedPaper, b: NumberedPaper): number {
  return Number(a.id.startsWith("N")) - Number(b.id.startsWith("N")) || b.number - a.number;
}
