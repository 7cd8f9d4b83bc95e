/** One file that may lie in isocpp.org/files/papers: "D2300R11.pdf". P names lie there too. */
export interface DraftFile {
  prefix: "D" | "P";
  number: number;
  revision: number;
  /** With its dot: ".pdf", ".html". */
  extension: string;
}

/** The highest that a name can hold. */
export const LARGEST = { number: 999_999, revision: 999 };

const FOLDER = "https://isocpp.org/files/papers/";
const NAME = /^([DP])([0-9]{4,6})R([0-9]{1,3})(\.[a-z]{1,5})$/i;

/** "D0042R1.pdf": the number padded to four digits, the revision not (FORMAT: every cited name). */
export function nameOfFile({ prefix, number, revision, extension }: DraftFile): string {
  return `${prefix}${String(number).padStart(4, "0")}R${revision}${extension}`;
}

/** The URL of a file of that name. */
export function urlOfFile(name: string): string {
  return `${FOLDER}${name}`;
}

/** Reads a name or URL of a file; undefined where it is none. */
export function readFileName(text: string): DraftFile | undefined {
  const found = NAME.exec(text.startsWith(FOLDER) ? text.slice(FOLDER.length) : text);
  if (!found) return undefined;
  const [, prefix = "", number, revision, extension = ""] = found;
  return { prefix: prefix.toUpperCase() as "D" | "P", number: Number(number), revision: Number(revision), extension: extension.toLowerCase() };
}
