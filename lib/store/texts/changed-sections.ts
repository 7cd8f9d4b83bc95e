import type { Summary } from "../../compare/comparison.ts";
import type { ReadableDatabase } from "../database/readable-database.ts";
import { changeSince } from "./change-since.ts";

/** How many sections differ, by a summary. */
export function sectionsIn({ changed, added, removed }: Summary): number {
  return changed + added + removed;
}

/** In how many sections each of these documents differs from the one before it, of those of which that is known by now. */
export async function changedSections(db: Pick<ReadableDatabase, "texts" | "drafts">, ids: string[]): Promise<Map<string, number>> {
  const [texts, drafts] = [await db.texts.bulkGet(ids), await db.drafts.bulkGet(ids)];
  return new Map(
    ids.flatMap((id, place) => {
      const since = changeSince(texts[place], drafts[place]);
      return since ? [[id, sectionsIn(since.summary)] as const] : [];
    }),
  );
}
