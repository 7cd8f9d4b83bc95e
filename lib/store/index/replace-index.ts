import { publishedFrom } from "../../papers/draft.ts";
import { type Diff, diffEntries } from "../../papers/index/diff.ts";
import { judgeDiff } from "../../papers/index/judge-diff.ts";
import { readIndex } from "../../papers/index/read-index.ts";
import { differingLines, readLines, shelfLines, shelfText } from "../../papers/index/shelf-lines.ts";
import { type ServedShelf, shelve } from "../../papers/index/shelve.ts";
import type { Paper } from "../../papers/paper.ts";
import type { PaperEvent } from "../../papers/paper-event.ts";
import { formatPaperId } from "../../papers/paper-id.ts";
import type { CheckOutcome } from "../../terms/check-outcome.ts";
import type { Tables } from "../database/database.ts";
import type { IndexState } from "../database/state-rows.ts";
import { noteRenamings } from "./renamings.ts";
import { countPapers, labelShelf } from "./shelf-label.ts";

/** A loss that lasts this long is no outage: it is accepted, without a word to anybody. */
const LOSS_IS_REAL_AFTER_MS = 24 * 60 * 60 * 1000;

export interface IndexHeaders {
  etag?: string;
  lastModified?: string;
}

/** The shelves that a served index changes. */
interface Replacement {
  touched: (ServedShelf & { key: string; text: string })[];
  emptied: string[];
}

/**
 * Replaces the index by a newly served one together with the events that the change causes, in one transaction: a crash
 * leaves the old index and no event, or the new index and all of them. Only shelves whose content differs are read,
 * compared and written. The first index is the baseline and causes no event. `now` is epoch ms.
 */
export async function replaceIndex(
  db: Tables<"shelves" | "vanished" | "log" | "state" | "drafts">,
  served: Record<string, unknown>,
  headers: IndexHeaders,
  now: number,
): Promise<CheckOutcome> {
  const shelves = shelve(served);
  return db.transaction("rw", [db.shelves, db.vanished, db.log, db.state, db.drafts], async () => {
    const before = (await db.state.get("index")) as IndexState | undefined;
    const replacement: Replacement = {
      touched: [...shelves]
        .filter(([key, { digest }]) => before?.shelves[key]?.digest !== digest)
        .map(([key, shelf]) => ({ key, ...shelf, text: shelfText(shelf.members) })),
      emptied: Object.keys(before?.shelves ?? {}).filter((key) => !shelves.has(key)),
    };
    const after = relabel(before, replacement, headers, now);
    if (!before) {
      if (after.papers === 0) return { kind: "no-papers" };
      await writeShelves(db, replacement);
      await db.state.put(after);
      return { kind: "baseline", papers: after.papers };
    }

    const diff = await compare(db, replacement);
    const lossSince = before.lossSince ?? now;
    const judgement = judgeDiff(diff, { papers: before.papers, byPrefix: before.papersByPrefix }, now - lossSince >= LOSS_IS_REAL_AFTER_MS);
    if (judgement.verdict === "sudden-loss") {
      await db.state.put({ ...before, lossSince });
      return { kind: "sudden-loss", missing: judgement.missing };
    }
    await writeShelves(db, replacement);
    await db.vanished.bulkPut(diff.vanished.map((paper) => ({ id: paper.id, at: now, paper })));
    await db.vanished.bulkDelete(diff.returned.map(({ paper }) => paper.id));
    const events = [...judgement.events, ...(await publishDrafts(db, diff.added, now))];
    await db.log.bulkAdd(events.map((event) => ({ ...event, at: now })));
    await noteRenamings(db, events, now);
    await db.state.put(after);
    return outcomeOf(diff);
  });
}

/** Notes which drafts have become these papers, with an event each. What was found under the name of the paper itself was told under it, too. */
async function publishDrafts(db: Tables<"drafts">, added: Paper[], now: number): Promise<PaperEvent[]> {
  const paperOf = new Map(
    added.flatMap((paper) => {
      const { prefix, number, revision } = paper;
      if (prefix !== "P" || number === undefined || revision === undefined) return [];
      return (["D", "P"] as const).map((was) => [formatPaperId({ prefix: was, number, revision }), paper] as const);
    }),
  );
  const drafts = (await db.drafts.bulkGet([...paperOf.keys()])).flatMap((draft) => (draft && draft.publishedAs === undefined ? draft : []));
  await db.drafts.bulkPut(drafts.map((draft) => ({ ...draft, publishedAs: paperOf.get(draft.id)?.id ?? "", publishedAt: now })));
  return drafts.flatMap((draft) => {
    const paper = paperOf.get(draft.id);
    return paper && draft.prefix === "D" ? { kind: "draft-published", paper, from: publishedFrom(draft, now) } : [];
  });
}

async function compare(db: Tables<"shelves" | "vanished">, { touched, emptied }: Replacement): Promise<Diff> {
  const old = await db.shelves.bulkGet([...touched.map(({ key }) => key), ...emptied]);
  const differing = differingLines(
    old.flatMap((shelf) => (shelf ? shelfLines(shelf.text) : [])),
    touched.flatMap(({ text }) => shelfLines(text)),
  );
  const oldEntries = readIndex(readLines(differing.before)).entries;
  const newEntries = readIndex(readLines(differing.after)).entries;
  const unknown = [...newEntries.keys()].filter((id) => !oldEntries.has(id));
  const vanished = (await db.vanished.bulkGet(unknown)).flatMap((row) => row ?? []);
  return diffEntries(oldEntries, newEntries, new Map(vanished.map(({ id, paper }) => [id, paper])));
}

function relabel(before: IndexState | undefined, { touched, emptied }: Replacement, headers: IndexHeaders, now: number): IndexState {
  const shelves = { ...before?.shelves };
  for (const shelf of touched) shelves[shelf.key] = labelShelf(shelf);
  for (const key of emptied) delete shelves[key];
  const isChanged = touched.length + emptied.length > 0;
  return {
    name: "index",
    shelves,
    ...countPapers(shelves),
    ...headers,
    baselineAt: before?.baselineAt ?? now,
    changedAt: isChanged || !before ? now : before.changedAt,
  };
}

async function writeShelves(db: Tables<"shelves">, { touched, emptied }: Replacement): Promise<void> {
  await db.shelves.bulkPut(touched.map(({ key, text }) => ({ key, text })));
  await db.shelves.bulkDelete(emptied);
}

function outcomeOf({ added, filled, changed, vanished, returned }: Diff): CheckOutcome {
  const differences = added.length + filled.length + changed.length + vanished.length + returned.length;
  return differences === 0 ? { kind: "unchanged" } : { kind: "changed", added: added.length, changed: filled.length + changed.length };
}
