import "fake-indexeddb/auto";
import type { Paper } from "../../lib/papers/paper.ts";
import type { DraftEvent, DraftFacts, PaperEvent } from "../../lib/papers/paper-event.ts";
import type { Database } from "../../lib/store/database/database.ts";
import type { Match } from "../../lib/store/database/schema.ts";
import { hearLog } from "./hear-log.ts";

/** The draft D2300R11 as a paper, before its first page was read. */
export const DRAFT: Paper = {
  id: "D2300R11",
  type: "draft",
  prefix: "D",
  number: 2300,
  revision: 11,
  title: "",
  authors: [],
  audience: [],
  link: "https://isocpp.org/files/papers/D2300R11.pdf",
};

/** What its first page says. */
export const PAGE = { title: "Senders", authors: ["Emmy Noether"], audience: ["LEWG"] };

/** The paper that it becomes. */
export const PUBLISHED: Paper = { ...DRAFT, id: "P2300R11", type: "paper", prefix: "P", ...PAGE, link: "https://wg21.link/p2300r11" };

/** A fact about that draft; its first version unless the facts say otherwise. */
export function draftEvent(kind: DraftEvent["kind"], facts: Partial<DraftFacts> = {}, paper: Partial<Paper> = {}): DraftEvent {
  return { kind, paper: { ...DRAFT, ...(kind === "draft-found" ? {} : PAGE), ...paper }, draft: { version: "1", ...facts } };
}

/** Logs these and lets the matcher hear them; gives how often it said that there is something to tell or to count. */
export async function logged(db: Database, now: number, ...events: PaperEvent[]): Promise<number> {
  const calls = async () => db.log.filter(({ kind }) => kind === "matches-found").count();
  const before = await calls();
  await db.log.bulkAdd(events.map((event) => ({ ...event, at: now })));
  await hearLog(db, now);
  return (await calls()) - before;
}

/** The reasons of a match, shortly: "author Noether: Emmy Noether (notify list)". */
export function reasonsOf(match: Match | undefined): string[] {
  return (match?.reasons ?? []).map(({ kind, watched, found, listName }) => `${kind} ${watched}: ${found} (${listName})`);
}
