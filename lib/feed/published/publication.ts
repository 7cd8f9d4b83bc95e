import { tidyText } from "../../papers/text/plain-text.ts";
import { changedAt, type DraftFact, type StatusFact } from "../fact.ts";
import { type FeedHead, writeHead } from "../head.ts";
import { FEED_FORMAT, type Part, partLimit, partName, soundFacts, writePart } from "../part.ts";
import type { Signer } from "../signature.ts";
import type { AboutFeed } from "./about.ts";
import { atom } from "./atom.ts";
import { indexPage } from "./index-page.ts";
import { jsonFeed } from "./json-feed.ts";
import { type AddedPaper, newsOf } from "./news.ts";

const HOUR = 60 * 60_000;
/** The news for people are of so much time. */
const NEWS_MS = 45 * 24 * HOUR;
/** How far back parts reach: one for those who read all the time, one for those who were away for days, one for weeks, and one with everything. */
const WINDOWS_MS = [9 * HOUR, 5 * 24 * HOUR, NEWS_MS, Number.POSITIVE_INFINITY];

/** A file of the feed, and how long it may be kept unasked (s); "for-ever" where its name is its content's. */
export interface PublishedFile {
  name: string;
  bytes: Uint8Array<ArrayBuffer>;
  contentType: string;
  maxAge: number | "for-ever";
}

/** What is known when it is published. */
export interface Knowledge extends Part {
  papers: AddedPaper[];
  /** When the status of a series came to be known (epoch ms), where that was later than it says itself. */
  learntAt?: ReadonlyMap<string, number>;
}

interface Publication {
  /** In the order in which they are to be put in place: parts, feeds, head. */
  files: PublishedFile[];
  /** To be stored before any of them is. */
  seq: number;
}

/** What of it can be published at that time (epoch ms): what is dated later, by a clock that was ahead, waits until then. */
export function knownBy({ drafts, statuses, ...rest }: Knowledge, at: number): Knowledge {
  return { ...rest, drafts: drafts.filter((fact) => changedAt(fact) <= at), statuses: statuses.filter((status) => status.at <= at) };
}

/** All files of the feed. Where nothing is new since `newsAt` (epoch ms) its parts are those of then, which nobody has to read again. `firstAt` is when the first head was written; left out where nobody knows any more. Whoever is stopped between any two leaves the head of before, with its parts. */
export async function publication(
  { papers, learntAt, ...all }: Knowledge,
  asked: AboutFeed & Pick<FeedHead, "share" | "mirrors"> & { newsAt?: number; firstAt?: number },
  seqBefore: number,
  signer: Signer,
): Promise<Publication> {
  const about = { ...asked, publisher: tidyText(asked.publisher) };
  const { at, expires, waitMinutes, publisher, share, mirrors, newsAt = at, firstAt } = about;
  // What no reader would take for a fact is not published.
  const known = soundFacts(all.drafts, all.statuses, newsAt);
  const written = await Promise.all(
    WINDOWS_MS.map((window) => partOf(known, { learntAt, firstAt, since: window === Number.POSITIVE_INFINITY ? 0 : Math.max(1, newsAt - window) })),
  );
  // Where so much has changed at once that no reader would take it, they read more: one that reaches further back, at last all.
  const parts = written.filter(({ fits }) => fits);
  // Where the state was lost, or is an old copy, the time is beyond what it was.
  const seq = Math.max(seqBefore + 1, Math.floor(at / 1000));
  const items = newsOf(known.drafts, papers, at - NEWS_MS);
  const head: FeedHead = { format: FEED_FORMAT, seq, at, expires, waitMinutes, share, publisher, mirrors, parts: parts.map(({ reference }) => reference) };
  const text = (name: string, content: string, contentType: string, maxAge: number): PublishedFile => ({
    name,
    bytes: new TextEncoder().encode(content),
    contentType,
    maxAge,
  });
  const files = parts.map(({ bytes, reference }): PublishedFile => ({ name: partName(reference), bytes, contentType: "application/json", maxAge: "for-ever" }));
  return {
    files: [
      ...new Map(files.map((file) => [file.name, file])).values(),
      text("feed.json", jsonFeed(items, about), "application/feed+json", 600),
      text("feed.xml", atom(items, about), "application/atom+xml", 600),
      text("index.html", indexPage(items, about), "text/html; charset=utf-8", 600),
      text("head.json", await writeHead(head, signer), "application/json", 60),
    ],
    seq,
  };
}

async function partOf(
  { drafts, statuses }: Part,
  { learntAt, firstAt, since }: { learntAt: Knowledge["learntAt"]; firstAt: number | undefined; since: number },
) {
  const isSince = ({ series, at }: StatusFact) => Math.max(at, learntAt?.get(series) ?? 0) >= since;
  const part =
    since === 0
      ? { drafts, statuses }
      : { drafts: drafts.filter((fact) => changedAt(fact) >= since && !isFirst(fact, firstAt)), statuses: statuses.filter(isSince) };
  const written = await writePart(part, since);
  const most = partLimit({ since });
  return { ...written, fits: since === 0 || (Math.max(part.drafts.length, part.statuses.length) <= most.facts && written.bytes.length <= most.bytes) };
}

/** It was there at first, and is as the first head had it, or as it was found: that is no news, and tens of thousands may be. What was found in the same round, but later, is news for those who had read that head. */
function isFirst(fact: DraftFact, firstAt: number | undefined): boolean {
  if (!fact.found.baseline || fact.published) return false;
  return firstAt === undefined ? fact.files.every(({ at }) => at <= fact.found.at) : changedAt(fact) <= firstAt;
}
