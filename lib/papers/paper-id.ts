import { PREFIXES, type Prefix } from "./paper.ts";

export interface PaperId {
  prefix: Prefix;
  number: number;
  /** Absent on N papers, issues and the few P and D ids that lack one. */
  revision?: number;
  /**
   * False for a padding that no paper has ("P04116R0", an April paper whose number lies inside today's range):
   * such an id is kept and shown but belongs to no series.
   */
  regular: boolean;
}

const ID = new RegExp(`^(${[...PREFIXES].sort((a, b) => b.length - a.length).join("|")})-?([0-9]{1,6})(?:R([0-9]{1,3}))?$`, "i");

/** Reads an index key ("P2300R10", "d0019", "SD-7"); undefined where it is no id ("draft", "P2300R", "EWG1R1"). */
export function parsePaperId(text: string): PaperId | undefined {
  const found = ID.exec(text);
  if (!found) return undefined;
  const [, letters = "", digits = "", revision] = found;
  const prefix = letters.toUpperCase() as Prefix;
  const hasRevisions = prefix === "P" || prefix === "D";
  if (revision !== undefined && !hasRevisions) return undefined;
  const regular = !hasRevisions || digits.length <= 4 || !digits.startsWith("0");
  return { prefix, number: Number(digits), regular, ...(revision === undefined ? {} : { revision: Number(revision) }) };
}

/** The id as WG21 writes it: P and D numbers padded to four digits, revisions not padded. */
export function formatPaperId({ prefix, number, revision }: Omit<PaperId, "regular">): string {
  if (prefix === "SD") return `SD-${number}`;
  const digits = prefix === "P" || prefix === "D" || prefix === "N" ? String(number).padStart(4, "0") : String(number);
  return `${prefix}${digits}${revision === undefined ? "" : `R${revision}`}`;
}
