import type { Paper } from "../paper.ts";
import { readEntry } from "./read-entry.ts";

interface Complaint {
  key: string;
  reason: string;
}

export interface PaperIndex {
  /** By id, in the order served: papers, issues and editorial items alike. */
  entries: Map<string, Paper>;
  /** Entries that could not be read at all. */
  skipped: Complaint[];
  /** Entries that were read without one or more of their fields. */
  repaired: Complaint[];
}

/** Reads members of index.json one by one; a bad one is skipped and counted, never fatal. */
export function readIndex(members: Iterable<[key: string, value: unknown]>): PaperIndex {
  const index: PaperIndex = { entries: new Map(), skipped: [], repaired: [] };
  for (const [key, value] of members) {
    const read = readEntry(key, value);
    if ("skipped" in read) index.skipped.push({ key: key.slice(0, 80), reason: read.skipped });
    else if (index.entries.has(read.paper.id)) index.skipped.push({ key, reason: `${read.paper.id} stands in the index twice; the first is kept` });
    else {
      index.entries.set(read.paper.id, read.paper);
      if (read.repairs.length > 0) index.repaired.push({ key, reason: read.repairs.join("; ") });
    }
  }
  return index;
}
