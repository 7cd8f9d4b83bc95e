import { isPaper, type Paper } from "../../papers/paper.ts";
import { countedAs, seriesOf } from "../../papers/series.ts";
import { foldText } from "../names/fold-text.ts";
import { titleWords } from "../names/title-words.ts";

/** A spelling of the index, and in how many papers it stands, as they are counted everywhere (countedAs). */
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

/** A spelling, and the papers that it was seen in so far. */
type Seen = Omit<Spelling, "papers"> & { in: Set<string> };

/** A vocabulary that is being gathered, document by document. */
export interface Gathering {
  authors: Map<string, Seen>;
  audiences: Map<string, Seen>;
  /** By key: a word has the spelling that it was first seen in. */
  words: Map<string, Seen>;
  papers: Map<string, NumberedPaper & { revision: number }>;
}

export function startGathering(): Gathering {
  return { authors: new Map(), audiences: new Map(), words: new Map(), papers: new Map() };
}

export function gatherFrom({ authors, audiences, words, papers }: Gathering, paper: Paper): void {
  if (!isPaper(paper)) return;
  const counted = countedAs(paper);
  for (const name of paper.authors) note(authors, counted, name.normalize("NFC"));
  for (const audience of paper.audience) note(audiences, counted, audience);
  for (const { key, spelling } of titleWords(paper.title)) note(words, counted, spelling, ` ${key}`);
  const id = seriesOf(paper);
  if (id === undefined) return;
  const { number = 0, revision = 0, title } = paper;
  const known = papers.get(id);
  if (!known || (title !== "" && (revision >= known.revision || known.title === ""))) papers.set(id, { id, number, revision, title, key: keyOf(title) });
}

export function vocabularyOf({ authors, audiences, words, papers }: Gathering): Vocabulary {
  return {
    authors: byFrequency(authors),
    audiences: byFrequency(audiences),
    words: byFrequency(words),
    papers: [...papers.values()].sort(byNumber),
  };
}

/** The words of a text, each with a blank before it, so that a word is found by its beginning. */
export function keyOf(text: string): string {
  return ` ${foldText(text).replace(/[^\p{L}\p{N}+#]+/gu, " ")}`;
}

function note(spellings: Map<string, Seen>, paper: string, text: string, key?: string): void {
  const known = spellings.get(key ?? text);
  if (known) known.in.add(paper);
  else spellings.set(key ?? text, { text, key: key ?? keyOf(text), in: new Set([paper]) });
}

function byFrequency(spellings: Map<string, Seen>): Spelling[] {
  const counted = Array.from(spellings.values(), ({ text, key, in: papers }) => ({ text, key, papers: papers.size }));
  return counted.sort((a, b) => b.papers - a.papers || (a.text < b.text ? -1 : 1));
}

/** N papers are of yesterday: nobody waits for another. */
function byNumber(a: NumberedPaper, b: NumberedPaper): number {
  return Number(a.id.startsWith("N")) - Number(b.id.startsWith("N")) || b.number - a.number;
}
