import type { AskedFile, Draft, FileSeen, HeldFile } from "../papers/draft.ts";
import { parsePaperId } from "../papers/paper-id.ts";
import { nameOfFile, urlOfFile } from "../probe/draft-file.ts";
import { type DraftFact, TAG } from "./fact.ts";

/** The fact that a draft of one's own asking is; `readAt` is when its first page was last read, or found to be unreadable (epoch ms). */
export function factOf(draft: Draft, readAt: number, abstract?: string): DraftFact {
  const { id, foundAt, baseline, files, page, unreadable, publishedAs, publishedAt } = draft;
  return {
    id,
    found: { at: foundAt, ...(baseline && { baseline }) },
    files: files.map(({ extension, foundAt, changedAt, missingSince, modifiedAt, etag, size, gone }) => ({
      at: gone ? Math.max(missingSince ?? 0, changedAt ?? foundAt) : (changedAt ?? foundAt),
      extension,
      ...(modifiedAt !== undefined && { modifiedAt }),
      ...(etag !== undefined && TAG.test(etag) && { etag }),
      ...(size !== undefined && { size }),
      ...(gone && { gone }),
    })),
    ...(page && { page: { at: readAt, ...page, ...(abstract !== undefined && { abstract }) } }),
    ...(unreadable !== undefined && { unreadable: { at: readAt, why: unreadable } }),
    ...(publishedAs !== undefined && { published: { at: publishedAt ?? foundAt, as: publishedAs } }),
  };
}

/** The draft of which the fact tells, for one who knew nothing of it. */
export function draftOf(fact: DraftFact): Draft | undefined {
  const { id, found, files, page, unreadable, published } = fact;
  const file = fileOf(fact);
  if (!file) return undefined;
  const { prefix, number, revision } = file("");
  return {
    id,
    prefix,
    number,
    revision,
    foundAt: found.at,
    files: files
      .toSorted((a, b) => (a.extension < b.extension ? -1 : 1))
      .map(({ extension, at, gone, ...seen }): HeldFile => {
        const times = { foundAt: Math.min(found.at, at), ...(at > found.at && !gone && { changedAt: at }) };
        return { extension, link: file(extension).link, ...times, ...present(seen), ...(gone && { missingSince: at, gone }) };
      }),
    ...(found.baseline && { baseline: found.baseline }),
    ...(page && { page: pageOf(page) }),
    ...(unreadable && { unreadable: unreadable.why }),
    ...(published && { publishedAs: published.as, publishedAt: published.at }),
    ...(files.every(({ gone }) => gone) && { gone: true as const }),
  };
}

function pageOf({ title, authors, audience, date }: NonNullable<DraftFact["page"]>): NonNullable<Draft["page"]> {
  return { title, authors, audience, ...(date !== undefined && { date }) };
}

/** What the fact says of each file, as if it had been asked for here: `afterAnswer` makes drafts of it. */
export function filesSeen(fact: DraftFact): { asked: AskedFile; answer: FileSeen; at: number }[] {
  const file = fileOf(fact);
  if (!file) return [];
  return fact.files.map(({ extension, at, gone, ...seen }) => ({
    asked: file(extension),
    answer: gone ? { kind: "absent" } : { kind: "present", ...present(seen) },
    at,
  }));
}

/** A file of the draft by its extension. The address is built from the id: a feed names no host. */
function fileOf({ id }: DraftFact): ((extension: string) => AskedFile) | undefined {
  const { prefix, number, revision } = parsePaperId(id) ?? {};
  if ((prefix !== "P" && prefix !== "D") || number === undefined || revision === undefined) return undefined;
  return (extension) => {
    const file = { prefix, number, revision, extension };
    return { ...file, link: urlOfFile(nameOfFile(file)) };
  };
}

function present({ modifiedAt, etag, size }: { modifiedAt?: number | undefined; etag?: string | undefined; size?: number | undefined }) {
  return { ...(modifiedAt !== undefined && { modifiedAt }), ...(etag !== undefined && { etag }), ...(size !== undefined && { size }) };
}
