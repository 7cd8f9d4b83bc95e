import { flawOf } from "../../papers/index/read-entry.ts";
import type { ServedShelf } from "../../papers/index/shelve.ts";
import type { Prefix } from "../../papers/paper.ts";
import type { IndexState, ShelfLabel } from "../database/state-rows.ts";

const PAPER_SHELF = /^([PND])\d+$/;

/** What the shelf's label says: its digest, and how many of its entries can be read. */
export function labelShelf({ members, digest }: ServedShelf): ShelfLabel {
  const skipped = members.filter(([key, value]) => flawOf(key, value)).length;
  return { digest, entries: members.length - skipped, skipped };
}

/** Adds the labels up: papers (P, N, D), by prefix and in all, and entries that could not be read. */
export function countPapers(labels: Record<string, ShelfLabel>): Pick<IndexState, "papers" | "papersByPrefix" | "skipped"> {
  const papersByPrefix: IndexState["papersByPrefix"] = {};
  let papers = 0;
  let skipped = 0;
  for (const [key, label] of Object.entries(labels)) {
    const prefix = PAPER_SHELF.exec(key)?.[1] as Prefix | undefined;
    skipped += label.skipped;
    if (!prefix || label.entries === 0) continue;
    papers += label.entries;
    papersByPrefix[prefix] = (papersByPrefix[prefix] ?? 0) + label.entries;
  }
  return { papers, papersByPrefix, skipped };
}
