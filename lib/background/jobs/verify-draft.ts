import type { Network } from "../../net/ask.ts";
import { type AskedFile, type DraftChange, filesThere } from "../../papers/draft.ts";
import { nameOfFile, urlOfFile } from "../../probe/draft-file.ts";
import { askForFile } from "../../sources/isocpp.ts";
import type { Database } from "../../store/database/database.ts";
import { defineKind } from "../../store/database/define-work.ts";
import { countAsked, readProbing } from "../../store/drafts/probing-cycle.ts";
import type { Claim } from "../../store/feeds/note-facts.ts";
import { noteVerdict, type Verified } from "../../store/feeds/note-verdict.ts";
import { isDistrusted } from "../../store/feeds/read-feeds.ts";
import { readSettings } from "../../store/lists/settings-store.ts";
import { DRAFT_HOST } from "../../terms/work-names.ts";
import type { Kind } from "../../work/work.ts";
import { meaningOf, verdictOf } from "./ask-for-drafts.ts";
import { asError, endingOf } from "./courses.ts";

const HOUR = 60 * 60_000;
/** What isocpp.org says nothing clear of for so long is let be. */
const GIVEN_UP_MS = 24 * HOUR;

interface Args extends Claim {
  feed: string;
  since: number;
}

/** Asks isocpp.org whether what a feed claims is so, before a person is told: one HEAD, of another file only where the first is not there. */
export function verifyDraft({ database, network }: { database: () => Promise<Database>; network: Network }): Kind {
  return defineKind({
    parse: parseArgs,
    lane: DRAFT_HOST,
    priority: 4,
    maxAttempts: 6,
    retry: { delayMs: 60_000, maxMs: 10 * 60_000 },
    tables: ["drafts", "draftTexts", "feeds", "state", "log"],
    async run({ feed, since, ...claim }, job) {
      const db = await database();
      const settings = await readSettings(db);
      if (!settings.drafts) return { putOff: { kind: "switched-off", message: DRAFT_HOST } };
      const [draft, row] = [await db.drafts.get(claim.id), await db.feeds.get(feed)];
      // Confirmed or denied meanwhile, or claimed by one that is believed nothing more.
      if (!draft || (claim.change === "found" && draft.claimedBy === undefined) || (row && isDistrusted(row))) return;
      const files = filesThere(draft).filter(({ extension }) => (claim.extension ?? extension) === extension || claim.change === "found");
      const answers: Verified["answers"] = [];
      for (const { extension, etag, modifiedAt } of files) {
        const { prefix, number, revision } = draft;
        const name = nameOfFile({ prefix, number, revision, extension });
        const known = claim.change === "changed" ? { etag, ...(modifiedAt !== undefined && { lastModified: new Date(modifiedAt).toUTCString() }) } : {};
        const asked = await job.send((stop) => askForFile(network, { name, ...known, stop }, job.now), verdictOf);
        const meaning = meaningOf(asked);
        if (meaning.kind === "trouble" || meaning.kind === "not-the-file") {
          const failure = meaning.kind === "trouble" ? meaning.failure : ({ kind: "refused", status: 200 } as const);
          const error = asError(failure);
          if (Math.abs(job.now() - since) > GIVEN_UP_MS) return { final: true, error };
          const ending = endingOf(failure, false);
          return ending.putOff ? ending : { putOff: { ...error, longestMs: HOUR, hastenedBy: ["person", "start"] } };
        }
        const file: AskedFile = { prefix, number, revision, extension, link: urlOfFile(name) };
        answers.push({ asked: file, answer: meaning });
        if (meaning.kind !== "absent") break;
      }
      const frontier = (await readProbing(db))?.frontier ?? 0;
      return {
        async commit(tools) {
          await noteVerdict({ claim, feed, answers, settings, frontier }, tools);
          await countAsked(tools.db, answers.length, tools.now);
        },
      };
    },
  });
}

const CHANGES: readonly string[] = ["found", "changed", "gone"] satisfies DraftChange[];

function parseArgs(args: unknown): Args {
  const { id, change, extension, feed, since } = (typeof args === "object" && args !== null ? args : {}) as Record<string, unknown>;
  if (typeof id !== "string" || typeof feed !== "string" || typeof since !== "number" || !CHANGES.includes(String(change)))
    throw new Error("It needs what is claimed of a draft, by whom and since when.");
  return { id, change: change as DraftChange, feed, since, ...(typeof extension === "string" && { extension }) };
}
