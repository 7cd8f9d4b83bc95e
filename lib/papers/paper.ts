/** The number spaces of WG21 documents (FORMAT: "P2300R10", "N4950", "D1459R1", "SD6", "CWG1", "EDIT3"). */
export const PREFIXES = ["P", "N", "D", "SD", "CWG", "LWG", "EWG", "LEWG", "FS", "EDIT"] as const;
export type Prefix = (typeof PREFIXES)[number];

export type EntryType = "paper" | "issue" | "editorial" | "standing-document" | "draft";

/** One entry of the wg21.link index as PaperScout keeps it: decoded, split and dated, but never guessed at. */
export interface Paper {
  /** The index key, upper case where it is an id: "P2300R10"; as served where it is none: "draft". */
  id: string;
  type: EntryType;
  /** Absent where the key is no id. */
  prefix?: Prefix;
  number?: number;
  /** Absent on N papers and on the few P and D ids without one ("P3141", "D0019"). */
  revision?: number;
  /** Plain text, entities decoded. "" where the index has none. */
  title: string;
  /** In the order of the index; [] where it names none. Submitters of issues stand here too. */
  authors: string[];
  /** Codes ("LEWG", "SG1"), and text that is no known audience as it was served. */
  audience: string[];
  /** "2024-07-15", "1999-11" or "1999", by how much of it could be read; absent where nothing could. */
  date?: string;
  /** https only; absent where the index gives none or another scheme. */
  link?: string;
  longLink?: string;
  githubUrl?: string;
}

/** Papers are what people watch: P, N and D documents. Issues, editorial items and standing documents never count. */
export function isPaper({ prefix }: Pick<Paper, "prefix">): boolean {
  return prefix === "P" || prefix === "D" || prefix === "N";
}
