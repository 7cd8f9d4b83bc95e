import type { Paper } from "./paper.ts";
import type { DraftFacts, PublishedFrom } from "./paper-event.ts";
import { formatPaperId } from "./paper-id.ts";

/** One file of a draft as isocpp.org served it. Times are epoch ms. */
export interface HeldFile {
  /** With its dot: ".pdf". */
  extension: string;
  link: string;
  foundAt: number;
  /** What its Last-Modified said, where it said anything. */
  modifiedAt?: number;
  etag?: string;
  /** Bytes. */
  size?: number;
  /** When it was last seen to have changed. */
  changedAt?: number;
  /** Tags and sizes that it had before, where nothing but them told that it had changed: machines that serve the same file may each have their own. */
  former?: string[];
  /** Since when it has not been there when asked for: once may be an accident, twice is not. */
  missingSince?: number;
  gone?: true;
}

/** What the first page of a draft says. */
interface DraftPage {
  title: string;
  authors: string[];
  audience: string[];
  date?: string;
}

/** An unlisted document at isocpp.org: one draft, whatever files it consists of. */
export interface Draft {
  /** "D2300R11"; "P2300R11" where the published name was there before the index knew it. */
  id: string;
  prefix: "D" | "P";
  number: number;
  revision: number;
  files: HeldFile[];
  foundAt: number;
  /** It was there when PaperScout first looked. */
  baseline?: true;
  /** Absent until it was read. */
  page?: DraftPage;
  /** Why its first page could not be read. */
  unreadable?: string;
  /** The paper of the index that it became. */
  publishedAs?: string;
  publishedAt?: number;
  gone?: true;
  /** The feed that says so, as long as isocpp.org itself has not. It stays where isocpp.org has denied it: what is claimed anew is asked for anew. */
  claimedBy?: string;
  /** Somebody would be told of what is claimed: it is asked for at that time. `quietly`: they have only looked back, so it is counted, not notified. */
  wanted?: { at: number; quietly?: true };
  /** What isocpp.org spoke against when it was asked for what that feed says: once may be an accident here, too. */
  doubt?: { feed: string; at: number };
}

/** What a host said of one file. "unchanged": it is as it was. */
export type FileSeen = { kind: "present"; modifiedAt?: number; etag?: string; size?: number } | { kind: "unchanged" } | { kind: "absent" };

export interface AskedFile {
  prefix: "D" | "P";
  number: number;
  revision: number;
  extension: string;
  link: string;
}

/** What an answer means for the draft: nothing, or the fact that is worth an event. */
export type DraftChange = "found" | "changed" | "gone";

/**
 * The draft after an answer about one of its files; undefined where there is none and was none. A second file of a known
 * draft is no news by itself unless the draft was gone, and a file is gone when it is missing twice.
 */
export function afterAnswer(draft: Draft | undefined, asked: AskedFile, answer: FileSeen, now: number): { draft: Draft; change?: DraftChange } | undefined {
  const { prefix, number, revision, extension, link } = asked;
  const known = draft?.files.find((file) => file.extension === extension);
  if (answer.kind === "absent") return draft && known && afterAbsence(draft, known, now);
  if (answer.kind === "unchanged" && !known) return undefined;
  const seen = answer.kind === "unchanged" ? {} : believed(answer, now);
  if (!draft) {
    const id = formatPaperId({ prefix, number, revision });
    return { draft: { id, prefix, number, revision, files: [{ extension, link, foundAt: now, ...seen }], foundAt: now }, change: "found" };
  }
  if (!known) return { draft: withFile(draft, { extension, link, foundAt: now, ...seen }), ...(draft.gone && { change: "changed" }) };
  const there = asThere(known);
  const isOther = differs(known, seen);
  const isChanged = isOther || known.gone === true;
  // What is the same by its content keeps the name that it was told by, whatever else is said of it now.
  const file = { ...(isOther ? asChanged(there, seen) : { ...seen, ...there }), ...(isChanged && { changedAt: now }) };
  return { draft: withFile(draft, file), ...(isChanged && { change: "changed" }) };
}

type Seen = Omit<Extract<FileSeen, { kind: "present" }>, "kind">;

/** A host that gives the time of its answer for that of the file says nothing of the file. */
const ANSWERED_NOW_MS = 5_000;

function believed({ kind: _, modifiedAt, ...seen }: Extract<FileSeen, { kind: "present" }>, now: number): Seen {
  const isOfFile = modifiedAt !== undefined && Math.abs(now - modifiedAt) > ANSWERED_NOW_MS;
  return { ...seen, ...(isOfFile && { modifiedAt }) };
}

/** The file with what it is now; what it was stays known where no date tells the two apart. */
function asChanged(known: HeldFile, seen: Seen): HeldFile {
  const { modifiedAt, etag: _e, size: _s, former = [], ...file } = known;
  const isNewer = seen.modifiedAt !== undefined && modifiedAt !== undefined && seen.modifiedAt > modifiedAt;
  return { ...file, ...seen, ...(!isNewer && { former: [...former, markOf(known)].slice(-MOST_FORMER) }) };
}

function asThere({ gone: _, missingSince: __, ...file }: HeldFile): HeldFile {
  return file;
}

function afterAbsence(draft: Draft, file: HeldFile, now: number): { draft: Draft; change?: DraftChange } {
  if (file.gone) return { draft };
  if (file.missingSince === undefined) return { draft: withFile(draft, { ...file, missingSince: now }) };
  const after = withFile(draft, { ...file, gone: true });
  return { draft: after, ...(after.gone && { change: "gone" }) };
}

/** Machines that serve the same file have copied it at slightly different times. */
const MACHINES_APART_MS = 2_000;
const MOST_FORMER = 8;

/**
 * The same tag is the same content, whatever else is said. Else a newer date tells, or the same with another size; where
 * the host tells no date, another tag; where it tells neither, another size. A tag or a size that the file had before is
 * no change: machines may each have their own, and beside a date a tag says nothing.
 */
function differs(known: HeldFile, seen: Seen): boolean {
  const hasTags = known.etag !== undefined && seen.etag !== undefined;
  if (hasTags && tagOf(known.etag) === tagOf(seen.etag)) return false;
  const isResized = known.size !== undefined && seen.size !== undefined && known.size !== seen.size;
  const isOther = () => !(known.former ?? []).includes(markOf(seen));
  if (known.modifiedAt !== undefined && seen.modifiedAt !== undefined) {
    const newerBy = seen.modifiedAt - known.modifiedAt;
    return newerBy > MACHINES_APART_MS || (Math.abs(newerBy) <= MACHINES_APART_MS && isResized && isOther());
  }
  return (hasTags || isResized) && isOther();
}

/** A tag without what says how it was sent: weak, or compressed (Apache appends "-gzip"). */
function tagOf(etag: string | undefined): string {
  return (etag ?? "").replace(/^W\//, "").replace(/[-;](?:gzip|br|zstd|deflate)(?="?$)/, "");
}

function markOf({ etag, size }: Pick<HeldFile, "etag" | "size">): string {
  return `${tagOf(etag)} ${size ?? ""}`;
}

function withFile({ gone: _, ...draft }: Draft, file: HeldFile): Draft {
  const files = [...draft.files.filter(({ extension }) => extension !== file.extension), file].sort((a, b) => a.extension.localeCompare(b.extension));
  return { ...draft, files, ...(files.every((one) => one.gone) && { gone: true }) };
}

/** When its present content came to be, as far as its host says: the latest of its files; undefined where it says nothing. */
export function modifiedAt({ files }: Draft): number | undefined {
  const times = files.flatMap((file) => file.modifiedAt ?? []);
  return times.length > 0 ? Math.max(...times) : undefined;
}

/** True where its file is older than that many hours: found late, so news only to those who watch it. What has no date, or one to come, is new. */
export function isOlder(draft: Draft, now: number, recencyHours: number): boolean {
  const modified = modifiedAt(draft);
  return modified !== undefined && now - modified > recencyHours * 60 * 60_000;
}

/** Its files that are there, HTML before PDF, since that is easier read by people and programs alike. */
export function filesThere({ files }: Draft): HeldFile[] {
  const isHtml = ({ extension }: HeldFile) => extension === ".html";
  return files.filter(({ gone }) => !gone).sort((a, b) => Number(isHtml(b)) - Number(isHtml(a)));
}

/** The first of them. */
export function bestFile(draft: Draft): HeldFile | undefined {
  return filesThere(draft)[0];
}

/** Names the content that it has at present: what was told of it is not told again. */
export function versionOf(draft: Draft): string {
  return draft.files.map(({ extension, modifiedAt, etag, size }) => `${extension}=${[modifiedAt ?? etag ?? [], size ?? []].flat().join("/")}`).join(";");
}

/** The draft as a paper, for those who match and show it. */
export function paperOfDraft(draft: Draft): Paper {
  const { id, prefix, number, revision, page } = draft;
  const link = (bestFile(draft) ?? draft.files[0])?.link;
  return {
    id,
    type: "draft",
    prefix,
    number,
    revision,
    title: page?.title ?? "",
    authors: page?.authors ?? [],
    audience: page?.audience ?? [],
    ...(page?.date && { date: page.date }),
    ...(link && { link }),
  };
}

/** A draft is near the frontier from so far below it to so far above: the numbers that are being handed out. */
const NEAR = { below: 30, above: 160 };

/** What the log tells of the draft beside the paper that it will be. */
export function factsOf(draft: Draft, now: number, { recencyHours, frontier }: { recencyHours: number; frontier: number }): DraftFacts {
  const modified = modifiedAt(draft);
  return {
    version: versionOf(draft),
    ...(modified !== undefined && { modifiedAt: modified }),
    ...(isOlder(draft, now, recencyHours) && { older: true }),
    ...(draft.baseline && { baseline: true }),
    ...(draft.claimedBy !== undefined && { claimed: true }),
    ...(draft.number >= frontier - NEAR.below && draft.number <= frontier + NEAR.above && { nearFrontier: true }),
    ...(draft.unreadable && { unreadable: draft.unreadable }),
  };
}

const DAY = 24 * 60 * 60_000;

/** The draft as the paper that it became remembers it; `at` is when the index gained the paper. */
export function publishedFrom(draft: Draft, at: number): PublishedFrom {
  return {
    id: draft.id,
    link: (bestFile(draft) ?? draft.files[0])?.link ?? "",
    foundAt: draft.foundAt,
    days: Math.max(0, Math.floor((at - draft.foundAt) / DAY)),
  };
}
