import { factOf } from "../feed/draft-fact.ts";
import type { Knowledge } from "../feed/published/publication.ts";
import type { Database } from "../store/database/database.ts";
import { readStatuses } from "./statuses/statuses-state.ts";

/** All that the database knows and a feed tells. When a first page was read the log alone says; where it has forgotten, it was when the file was seen. */
export async function readKnown(db: Database): Promise<Knowledge> {
  const readAt = new Map<string, number>();
  const papers: Knowledge["papers"] = [];
  await db.log.each((row) => {
    if (row.kind === "draft-read") readAt.set(row.paper.id, row.at);
    else if (row.kind === "paper-added") papers.push({ paper: row.paper, at: row.at });
  });
  const abstracts = new Map((await db.draftTexts.toArray()).flatMap(({ id, abstract }) => (abstract === undefined ? [] : [[id, abstract] as const])));
  const drafts = (await db.drafts.toArray()).map((draft) => factOf(draft, readAt.get(draft.id) ?? draft.foundAt, abstracts.get(draft.id)));
  const { known } = await readStatuses(db);
  return { drafts, statuses: known.map(({ fact }) => fact), learntAt: new Map(known.map(({ fact, learntAt }) => [fact.series, learntAt])), papers };
}
