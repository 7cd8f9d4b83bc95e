import { tidyText } from "../../papers/text/plain-text.ts";
import { changedAt } from "../fact.ts";
import { type FeedHead, writeHead } from "../head.ts";
import { type Part, partName, soundFacts, writePart } from "../part.ts";
import type { Signer } from "../signature.ts";
import type { AboutFeed } from "./about.ts";
import { atom } from "./atom.ts";
import { indexPage } from "./index-page.ts";
import { jsonFeed } from "./json-feed.ts";
import { type AddedPaper, newsOf } from "./news.ts";

const DAY = 24 * 60 * 60_000;
/** What has changed within it is in the hot part, and in the feeds for people. */
const HOT_MS = 45 * DAY;
/** A base part is downloaded whole by each new reader. */
const BASE_EVERY_MS = DAY;

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
}

/** What a scout keeps of its last publication, so that `seq` rises and the base is written once a day. */
export interface PublishedBefore {
  seq: number;
  base: FeedHead["base"] & { at: number; drafts: number };
}

interface Publication {
  /** In the order in which they are to be put in place: parts, feeds, head. */
  files: PublishedFile[];
  /** To be stored before any of them is. */
  state: PublishedBefore;
}

/** All files of the feed. Whoever is stopped between any two leaves the head of before, with its parts. */
export async function publication(
  { papers, ...all }: Knowledge,
  asked: AboutFeed & Pick<FeedHead, "share" | "mirrors">,
  before: PublishedBefore | undefined,
  signer: Signer,
): Promise<Publication> {
  const about = { ...asked, publisher: tidyText(asked.publisher) };
  const { at, expires, waitMinutes, publisher, share, mirrors } = about;
  const since = at - HOT_MS;
  // What no reader would take for a fact is not published.
  const known = soundFacts(all.drafts, all.statuses, at);
  const hot = await writePart({ drafts: known.drafts.filter((fact) => isHot(fact, since)), statuses: known.statuses.filter((one) => one.at >= since) });
  const base = before && !isBaseDue(before, known, at) ? undefined : await writePart(known);
  const { at: baseAt, drafts, ...baseReference } = base ? { ...base.reference, at, drafts: known.drafts.length } : (before as PublishedBefore).base;
  // Where the state was lost, or is an old copy, the time is beyond what it was.
  const seq = Math.max((before?.seq ?? 0) + 1, Math.floor(at / 1000));
  const items = newsOf(known.drafts, papers, since);
  const head: FeedHead = { format: 1, seq, at, expires, waitMinutes, share, publisher, mirrors, hot: hot.reference, base: baseReference };
  const text = (name: string, content: string, contentType: string, maxAge: number): PublishedFile => ({
    name,
    bytes: new TextEncoder().encode(content),
    contentType,
    maxAge,
  });
  const part = (name: string, bytes: Uint8Array<ArrayBuffer>): PublishedFile => ({ name, bytes, contentType: "application/json", maxAge: "for-ever" });
  return {
    files: [
      ...(base ? [part(partName("base", base.reference), base.bytes)] : []),
      part(partName("hot", hot.reference), hot.bytes),
      text("feed.json", jsonFeed(items, about), "application/feed+json", 600),
      text("feed.xml", atom(items, about), "application/atom+xml", 600),
      text("index.html", indexPage(items, about), "text/html; charset=utf-8", 600),
      text("head.json", await writeHead(head, signer), "application/json", 60),
    ],
    state: { seq, base: { ...baseReference, at: baseAt, drafts } },
  };
}

/** Once a day, and sooner while a scout that is new learns what there is. */
function isBaseDue({ base }: PublishedBefore, { drafts }: Part, at: number): boolean {
  return at - base.at >= BASE_EVERY_MS || at < base.at || drafts.length > base.drafts * 1.25 + 20;
}

/** What was there at first, and has stayed as it was, is in the base alone. */
function isHot(fact: Part["drafts"][number], since: number): boolean {
  return changedAt(fact) >= since && !(fact.found.baseline && Math.max(...fact.files.map(({ at }) => at)) <= fact.found.at && !fact.published);
}
