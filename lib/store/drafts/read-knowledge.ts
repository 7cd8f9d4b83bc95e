import type { Draft } from "../../papers/draft.ts";
import { parsePaperId } from "../../papers/paper-id.ts";
import { readFileName } from "../../probe/draft-file.ts";
import type { Knowledge, KnownFile } from "../../probe/policy.ts";
import { namedPapers } from "../../watch/matching/match-rule.ts";
import type { Tables } from "../database/database.ts";
import type { ReadableDatabase } from "../database/readable-database.ts";
import type { ProbingState } from "../database/state-rows.ts";
import { knownPapers } from "../index/known-papers.ts";

const NUMBERS_PER_SHELF = 100;
const SECOND = 1000;

/** All that a policy goes by; where there is a cycle, without what was found in it, so that its plan stays what it was. */
export async function readKnowledge(
  db: ReadableDatabase,
  { cycle, phase, since }: Pick<ProbingState, "cycle" | "phase" | "since">,
  isOfCycle: (at: number) => boolean = () => false,
): Promise<Knowledge> {
  return db.transaction("r", [db.shelves, db.listed, db.drafts, db.watches, db.watchlists, db.asked], async () => {
    const [{ papers, ids }, drafts, watched, asked] = [await knownPapers(db), await db.drafts.toArray(), await watchedNumbers(db), await readAsked(db)];
    return { papers, ids, files: drafts.flatMap(knownFiles).filter(({ foundAt }) => !isOfCycle(foundAt)), watched, asked, cycle, phase, since };
  });
}

function knownFiles({ prefix, number, revision, files, baseline }: Draft): KnownFile[] {
  return files.map(({ extension, foundAt, modifiedAt, gone }) => ({
    prefix,
    number,
    revision,
    extension,
    foundAt,
    ...(modifiedAt !== undefined && { modifiedAt }),
    ...(baseline && { baseline }),
    ...(gone && { gone }),
  }));
}

async function watchedNumbers(db: ReadableDatabase): Promise<Set<number>> {
  const off = new Set((await db.watchlists.toArray()).flatMap(({ id, mode }) => (mode === "off" ? id : [])));
  const numbers = new Set<number>();
  for (const watch of await db.watches.toArray()) {
    if (off.has(watch.list)) continue;
    for (const id of namedPapers(watch).map(parsePaperId)) if (id && (id.prefix === "P" || id.prefix === "D")) numbers.add(id.number);
  }
  return numbers;
}

/** When each file was last asked for, by name, epoch ms. */
export async function readAsked(db: ReadableDatabase): Promise<Map<string, number>> {
  const asked = new Map<string, number>();
  for (const { at } of await db.asked.toArray()) for (const name in at) asked.set(name, (at[name] ?? 0) * SECOND);
  return asked;
}

/** Notes when these were asked for (epoch ms). Joins the caller's transaction. */
export async function noteAsked(db: Tables<"asked">, asked: ReadonlyMap<string, number>): Promise<void> {
  const byShelf = Map.groupBy(asked, ([name]) => Math.floor((readFileName(name)?.number ?? 0) / NUMBERS_PER_SHELF));
  const keys = [...byShelf.keys()];
  const known = await db.asked.bulkGet(keys);
  await db.asked.bulkPut(
    keys.map((key, place) => ({
      key,
      at: { ...known[place]?.at, ...Object.fromEntries((byShelf.get(key) ?? []).map(([name, at]) => [name, Math.floor(at / SECOND)])) },
    })),
  );
}
