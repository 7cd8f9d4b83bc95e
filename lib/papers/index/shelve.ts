import { parsePaperId } from "../paper-id.ts";
import { addText, type Digest, digestText, startDigest } from "../text/digest.ts";

/** A hundred P numbers make a shelf of some 200 entries, so that a change touches little; what changes less often is packed closer. */
const P_PER_SHELF = 100;
const OTHERS_PER_SHELF = 1000;
const KEYS_WITHOUT_ID = "other";

const END = "\n";
const NOT_TEXT = "\t";

/** A member of index.json: document id and entry, as served. */
export type Member = [key: string, value: unknown];

export interface ServedShelf {
  members: Member[];
  /** Changes when anything on the shelf does. */
  digest: string;
}

/** The shelf of an index key: "P23" for P2300R10, "EDIT1" for EDIT1300. */
export function shelfKey(key: string): string {
  const id = parsePaperId(key);
  if (!id) return KEYS_WITHOUT_ID;
  const numbers = id.prefix === "P" ? P_PER_SHELF : OTHERS_PER_SHELF;
  return `${id.prefix}${Math.floor(id.number / numbers)}`;
}

/** Sorts the members of index.json onto shelves, without reading the entries. */
export function shelve(index: Record<string, unknown>): Map<string, ServedShelf> {
  const sorted = new Map<string, Member[]>();
  for (const [name, value] of Object.entries(index)) {
    // null is no entry: it is skipped, and the others are read.
    const member: Member = [name, isWritable(value) ? value : null];
    const key = shelfKey(name);
    const members = sorted.get(key);
    if (members) members.push(member);
    else sorted.set(key, [member]);
  }
  const shelves = new Map<string, ServedShelf>();
  for (const [key, members] of sorted) shelves.set(key, { members, digest: digestMembers(members) });
  return shelves;
}

/** Entries are flat objects of texts: to digest these as they are takes half the time of writing them as JSON first. */
function digestMembers(members: Member[]): string {
  const digest = startDigest();
  for (const [key, value] of members) {
    addText(digest, key);
    if (typeof value === "object" && value !== null && !Array.isArray(value)) addFields(digest, value as Record<string, unknown>);
    else addText(digest, JSON.stringify(value));
    addText(digest, END);
  }
  return digestText(digest);
}

function addFields(digest: Digest, entry: Record<string, unknown>): void {
  for (const name in entry) {
    const field = entry[name];
    addText(digest, name);
    // What is no text is marked as such, so that 5 is not "5".
    if (typeof field !== "string") addText(digest, NOT_TEXT);
    addText(digest, typeof field === "string" ? field : JSON.stringify(field));
  }
}

/** True where it can be written as JSON again: what is nested thousands of levels deep can be read and not be written. Fields of an entry are texts, so nothing is asked of nearly all. */
function isWritable(value: unknown): boolean {
  if (typeof value !== "object" || value === null || Object.values(value).every((field) => typeof field !== "object")) return true;
  try {
    JSON.stringify(value);
    return true;
  } catch {
    return false;
  }
}
