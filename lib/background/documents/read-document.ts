import { abstractOf } from "../../document/abstract.ts";
import type { NoText, PaperText, ReadText } from "../../document/document.ts";
import { createSieve } from "../../document/html/sift-html.ts";
import { MAX_DOCUMENT_HTML_BYTES, MAX_DOCUMENT_SENT_BYTES, MAX_PDF_BYTES } from "../../document/limits.ts";
import { READING } from "../../document/reading.ts";
import { type Answer, ask, type Network, type Question } from "../../net/ask.ts";
import type { Database, Tables } from "../../store/database/database.ts";
import { defineKind } from "../../store/database/define-work.ts";
import type { TextTrouble } from "../../store/database/schema.ts";
import { documentSource } from "../../store/texts/document-source.ts";
import { packText } from "../../store/texts/pack-text.ts";
import { keepText, noteTextTrouble, readPaperText, touchText } from "../../store/texts/texts.ts";
import type { CheckFailure } from "../../terms/check-outcome.ts";
import type { Verdict } from "../../work/lanes/lane.ts";
import type { Kind, Outcome, RunningJob } from "../../work/work.ts";
import { endingOf, verdictOn } from "../jobs/courses.ts";
import { comparisonOf } from "./compare-revision.ts";
import { addressesOf, type ReadDocumentArgs, requestFor, versionsAt } from "./want-document.ts";

/** Reads the text of a document; never rejects. HTML gives what it has once `isOver`. */
export type TextReader = (bytes: Uint8Array<ArrayBuffer>, contentType: string, signal: AbortSignal, isOver: () => boolean) => Promise<ReadText>;

export interface DocumentTools {
  database: () => Promise<Database>;
  network: Network;
  read: TextReader;
}

const TABLES = ["texts", "packedTexts", "settings"] as const;
const ATTEMPTS = 3;
const MEGABYTE = 1_000_000;
const READING_MS = 20_000;
/** An HTML file of the greatest length takes a second or two. */
const HTML_MS = 8_000;
/** There is nothing here that could read it. */
const NO_READER = "no-reader" satisfies NoText;

type End = Outcome<Tables<(typeof TABLES)[number]>>;

/** Fetches a document that somebody wants and keeps its text, or why there is none; where it was read before it is asked for only if it has changed. */
export function readDocument(tools: DocumentTools): Kind {
  return defineKind({
    parse: parseArgs,
    place: "heavy",
    priority: 2,
    maxAttempts: ATTEMPTS,
    retry: { delayMs: 30_000, maxMs: 10 * 60_000 },
    tables: TABLES,
    run: (args, job) => run(tools, args, job),
  });
}

async function run({ database, network, read }: DocumentTools, { id, urls, tried }: ReadDocumentArgs, job: RunningJob): Promise<End> {
  const db = await database();
  const [address, ...rest] = addressesOf(urls);
  if (!address) throw new Error(`None of the addresses of ${id} may be asked for.`);
  const { url } = address;
  // One that kills whoever reads it runs out of attempts, and then this is what is said of it.
  if (job.attempt === ATTEMPTS) await noteTextTrouble(db, id, { url, trouble: { kind: "interrupted" } }, job.now());
  const held = await db.texts.get(id);
  // One that was read otherwise is wanted once more, whether its file has changed or not.
  const isReadAlike = held?.reading === READING;
  const validators = held && isReadAlike && held.bytes > 0 && held.url === url ? { etag: held.etag, lastModified: held.lastModified } : {};
  const places = versionsAt(await documentSource(db, id));
  const version = places.find((one) => one.url === url)?.version;
  const isInstead = tried !== undefined && version !== undefined && places.some((one) => one.version === undefined);
  // There is none to be had of what was published: what was at isocpp.org is kept for a while before it is looked for again.
  const isSought = version === undefined && held?.version !== undefined;
  const contentOf = (now: number) => ({ ...(version !== undefined && { version }), ...(isInstead && { soughtAt: now }) });
  const answer = await job.send((stop) => ask(network, { url, ...validators, ...partOf(url), stop, redirect: "manual" }, job.now), verdictOf);
  if (answer.kind === "unchanged") {
    return {
      async commit({ db, now, enqueue }) {
        if (await touchText(db, id, now, contentOf(now))) return;
        // It was forgotten while its host was asked whether it has changed: without it, it is asked for as a whole.
        await enqueue(requestFor(id, [address, ...rest], { tried }));
      },
    };
  }
  const [next, ...others] = rest;
  if (answer.kind === "failed") {
    const { failure } = answer;
    const ending = endingOf(failure, false);
    if (ending.final && next) return { commit: async ({ enqueue }) => void (await enqueue(requestFor(id, [next, ...others], { tried: true }))) };
    // Why there is none is a result.
    return ending.final ? troubled(id, url, failure, isSought) : { ...ending, ...troubled(id, url, failure) };
  }
  const began = job.now();
  const signal = AbortSignal.any([job.signal, AbortSignal.timeout(READING_MS)]);
  const reading = await read(answer.bytes, answer.contentType, signal, () => job.now() - began > HTML_MS);
  if (job.signal.aborted) throw job.signal.reason;
  if (!reading.ok) {
    if (reading.problem === NO_READER) return { putOff: { kind: NO_READER, message: id, hastenedBy: ["person", "start"] } };
    if (next) return { commit: async ({ enqueue }) => void (await enqueue(requestFor(id, [next, ...others], { tried: true }))) };
    return troubled(id, url, { kind: reading.problem }, isSought);
  }
  const text: PaperText = answer.isCut ? { cut: "bytes", ...reading.text } : reading.text;
  const isOfSameFile = held !== undefined && !isReadAlike && held.version === version;
  // What was published does not overwrite what was at isocpp.org before: they are two files.
  const former = version !== undefined && held?.version !== undefined && held.bytes > 0 && !isOfSameFile ? await readPaperText(db, id) : undefined;
  const isOther = former !== undefined && JSON.stringify(former) !== JSON.stringify(text);
  // Where the one before is not there any more, it was the same if its version was.
  const isSame = former ? !isOther : held?.version === version;
  const packed = await packText(text);
  const { etag, lastModified } = answer;
  const abstract = abstractOf(text);
  const facts = {
    ...(abstract && { abstract }),
    ...(etag && { etag }),
    ...(lastModified && { lastModified }),
    ...(isSame && isReadAlike && held?.since && { since: held.since }),
    reading: READING,
  };
  return {
    async commit({ db, now, enqueue }) {
      await keepText(db, { id, url, readAt: now, usedAt: now, ...facts, ...contentOf(now) }, { packed, isOther });
      await enqueue(comparisonOf(id));
    },
  };
}

function troubled(id: string, url: string, trouble: TextTrouble, isSought = false): End {
  return { commit: ({ db, now }) => noteTextTrouble(db, id, { url, trouble, ...(isSought && { soughtAt: now }) }, now) };
}

/** How much of a file is fetched, and what of it is kept. */
function partOf(url: string): Pick<Question, "maxMegabytes" | "cuts" | "sift"> {
  if (/\.pdf$/i.test(new URL(url).pathname)) return { maxMegabytes: MAX_PDF_BYTES / MEGABYTE, cuts: true };
  const { pass } = createSieve();
  // Of a document all is wanted, however much has passed.
  const sieve = { pass, isEnough: () => false };
  return { maxMegabytes: MAX_DOCUMENT_SENT_BYTES / MEGABYTE, cuts: true, sift: { sieve, maxMegabytes: MAX_DOCUMENT_HTML_BYTES / MEGABYTE } };
}

function parseArgs(args: unknown): ReadDocumentArgs {
  const { id, urls, tried } = (typeof args === "object" && args !== null ? args : {}) as { id?: unknown; urls?: unknown; tried?: unknown };
  if (typeof id !== "string" || !Array.isArray(urls) || !urls.every((url) => typeof url === "string"))
    throw new Error("It needs a document and where it lies.");
  const [first, ...rest] = urls;
  if (first === undefined) throw new Error("It needs where the document lies.");
  return { id, urls: [first, ...rest], ...(tried === true && { tried }) };
}

function verdictOf(answer: Answer): Verdict {
  return answer.kind === "failed" ? verdictOn(answer.failure as CheckFailure, answer.retryAfterMs) : { kind: "ok" };
}
