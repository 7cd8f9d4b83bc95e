import { createSieve } from "../../document/html/sift-html.ts";
import { MAX_PDF_BYTES } from "../../document/limits.ts";
import type { FirstPage, ReadPage } from "../../first-page/first-page.ts";
import { MAX_HTML_BYTES, MAX_SENT_BYTES } from "../../first-page/limits.ts";
import { type Answer, ask, type Network, type Question } from "../../net/ask.ts";
import { type Draft, factsOf, filesThere, paperOfDraft } from "../../papers/draft.ts";
import type { Database, Tables } from "../../store/database/database.ts";
import { defineKind } from "../../store/database/define-work.ts";
import type { DraftText } from "../../store/database/schema.ts";
import { readProbing } from "../../store/drafts/probing-cycle.ts";
import { withoutClaim } from "../../store/feeds/claim.ts";
import { readSettings } from "../../store/lists/settings-store.ts";
import type { CheckFailure } from "../../terms/check-outcome.ts";
import { DRAFT_HOST } from "../../terms/work-names.ts";
import type { Verdict } from "../../work/lanes/lane.ts";
import type { Kind, Outcome } from "../../work/work.ts";
import { endingOf, verdictOn } from "./courses.ts";

/** Reads the first page of a document; never rejects. What it cannot read here at all is undefined. */
export type PageReader = (bytes: Uint8Array<ArrayBuffer>, contentType: string, signal: AbortSignal) => Promise<ReadPage>;

export interface ReadTools {
  database: () => Promise<Database>;
  network: Network;
  read: PageReader;
}

const TABLES = ["drafts", "draftTexts", "log", "settings", "state"] as const;
const ATTEMPTS = 4;
const MEGABYTE = 1_000_000;
const READING_MS = 15_000;
/** There is nothing here that could read the document. */
export const NO_READER = "no-reader";

interface Args {
  id: string;
}

/** Fetches a draft's files until title and authors can be read off the first page of one, and logs what they are, or why the best of them cannot be read: the draft is told by its number then. */
export function readDraft({ database, network, read }: ReadTools): Kind {
  return defineKind({
    parse: parseArgs,
    place: "heavy",
    lane: DRAFT_HOST,
    priority: 3,
    maxAttempts: ATTEMPTS,
    retry: { delayMs: 30_000, maxMs: 10 * 60_000 },
    tables: TABLES,
    async run({ id }, job) {
      const db = await database();
      if (!(await readSettings(db)).drafts) return { putOff: { kind: "switched-off", message: DRAFT_HOST } };
      const draft = await db.drafts.get(id);
      const files = draft ? filesThere(draft) : [];
      if (!draft || files.length === 0) return;
      // One that kills whoever reads it runs out of attempts, and then this is what is said of it.
      if (job.attempt === ATTEMPTS) await db.drafts.update(id, { unreadable: "interrupted" });
      let problem: string | undefined;
      for (const { extension, link } of files) {
        const answer = await job.send((stop) => ask(network, { url: link, ...partOf(extension), stop, redirect: "manual" }, job.now), verdictOf);
        if (answer.kind !== "body") {
          const failure: CheckFailure = answer.kind === "failed" ? answer.failure : { kind: "not-found" };
          const ending = endingOf(failure, false);
          // Whoever waits for an author or a title is told when it can be read, however late that is.
          if (!ending.final) return ending;
          problem ??= failure.kind;
          continue;
        }
        const signal = AbortSignal.any([job.signal, AbortSignal.timeout(READING_MS)]);
        const reading = await read(answer.bytes, answer.contentType, signal);
        if (reading.ok) return noteRead(id, reading);
        if (reading.problem === NO_READER) return { putOff: { kind: NO_READER, message: id, hastenedBy: ["person", "start"] } };
        if (job.signal.aborted) throw job.signal.reason;
        problem ??= reading.problem;
      }
      return noteRead(id, { ok: false, problem: problem ?? "interrupted" });
    },
  });
}

/** How much of a file is fetched, and what of it is kept. */
function partOf(extension: string): Pick<Question, "maxMegabytes" | "cuts" | "sift"> {
  if (extension === ".pdf") return { maxMegabytes: MAX_PDF_BYTES / MEGABYTE, cuts: true };
  return { maxMegabytes: MAX_SENT_BYTES / MEGABYTE, cuts: true, sift: { sieve: createSieve(), maxMegabytes: MAX_HTML_BYTES / MEGABYTE } };
}

type Reading = { ok: true; page: FirstPage } | { ok: false; problem: string };

function noteRead(id: string, reading: Reading): Outcome<Tables<(typeof TABLES)[number]>> {
  return {
    async commit({ db, now }) {
      const draft = await db.drafts.get(id);
      if (!draft) return;
      const after = withReading(draft, reading);
      await db.drafts.put(after);
      if (reading.ok) await db.draftTexts.put(wordsOf(id, reading.page));
      const around = { recencyHours: (await readSettings(db)).recencyHours, frontier: (await readProbing(db))?.frontier ?? 0 };
      await db.log.add({ kind: "draft-read", paper: paperOfDraft(after), draft: factsOf(after, now, around), at: now });
    },
  };
}

/** What was read before stays where the new version cannot be read. */
function withReading({ unreadable: _, ...draft }: Draft, reading: Reading): Draft {
  if (!reading.ok) return { ...draft, unreadable: reading.problem };
  const { text: __, abstract: ___, ...page } = reading.page;
  // Whoever has read it needs no feed to say that it is there.
  return { ...withoutClaim(draft), page };
}

function wordsOf(id: string, { text, abstract }: FirstPage): DraftText {
  return { id, text, ...(abstract !== undefined && { abstract }) };
}

function parseArgs(args: unknown): Args {
  const { id } = (typeof args === "object" && args !== null ? args : {}) as { id?: unknown };
  if (typeof id !== "string") throw new Error("It needs the id of a draft.");
  return { id };
}

function verdictOf(answer: Answer): Verdict {
  return answer.kind === "failed" ? verdictOn(answer.failure, answer.retryAfterMs) : { kind: "ok" };
}
