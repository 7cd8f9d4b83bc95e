import type { PaperText } from "../../document/document.ts";
import { findDate } from "../../papers/text/find-date.ts";

/** What a paper says of itself that is another in each revision. */
export interface OwnMarks {
  /** "P9001R2"; a draft's as that of what it becomes. */
  id?: string;
  revision?: number;
  date?: string;
}

/** The header stands in no later line. */
export const MAX_HEADER_LINES = 60;
const ID = /(?<![\p{L}\p{N}])[PD](\d{3,5}) ?R(\d{1,3})(?![\p{L}\p{N}])/iu;

/** The number and the date of a paper, as its first lines have them; the number may be known already. */
export function ownMarks({ sections }: PaperText, said = ""): OwnMarks {
  const lines = sections
    .slice(0, MAX_HEADER_LINES)
    .flatMap(({ title, blocks }) => [title, ...blocks.slice(0, MAX_HEADER_LINES).map(({ text }) => text.slice(0, 2_000))]);
  const header = lines.slice(0, MAX_HEADER_LINES);
  const [, number, revision] = [said, ...header].map((line) => ID.exec(line)).find((found) => found !== null) ?? [];
  const date = header.map(findDate).find((found) => found !== undefined);
  return { ...(number && { id: idOf(number, revision), revision: Number(revision) }), ...(date && { date }) };
}

/** The number as papers write it, "P9001R2", where a word is one. */
export function paperIdIn(word: string): string | undefined {
  const [, number, revision] = /^[PD](\d{3,5})R(\d{1,3})$/i.exec(word) ?? [];
  return number && idOf(number, revision);
}

function idOf(number: string, revision = "0"): string {
  return `P${number.padStart(4, "0")}R${Number(revision)}`;
}
