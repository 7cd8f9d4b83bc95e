import { type AskedFile, afterAnswer, type Draft, type FileSeen } from "../papers/draft.ts";
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
  const { found, files, page, unreadable, published } = fact;
  // Also of what is gone it was seen that it was there.
  const seen = filesSeen(fact).map((file) => ({ ...file, answer: { ...file.answer, kind: "present" as const } }));
  const draft = seen.reduce<Draft | undefined>((known, { asked, answer, at }) => afterAnswer(known, asked, answer, at)?.draft ?? known, undefined);
  if (!draft) return undefined;
  const isGone = files.every(({ gone }) => gone);
  return {
    ...draft,
    foundAt: found.at,
    files: draft.files.map((file) => {
      const { at = found.at, gone } = files.find(({ extension }) => extension === file.extension) ?? {};
      return { ...file, foundAt: Math.min(found.at, at), ...(at > found.at && !gone && { changedAt: at }), ...(gone && { missingSince: at, gone }) };
    }),
    ...(found.baseline && { baseline: found.baseline }),
    ...(page && { page: pageOf(page) }),
    ...(unreadable && { unreadable: unreadable.why }),
    ...(published && { publishedAs: published.as, publishedAt: published.at }),
    ...(isGone && { gone: true as const }),
  };
}

function pageOf({ title, authors, audience, date }: NonNullable<DraftFact["page"]>): NonNullable<Draft["page"]> {
  return { title, authors, audience, ...(date !== undefined && { date }) };
}

/** What the fact says of each file, as if it had been asked for here: `afterAnswer` makes drafts of it. The address is built from the id: a feed names no host. */
export function filesSeen({ id, files }: DraftFact): { asked: AskedFile; answer: FileSeen; at: number }[] {
  const read = parsePaperId(id);
  if (!read) return [];
  const { number, revision = 0 } = read;
  const prefix = read.prefix === "P" ? "P" : "D";
  return files.map(({ extension, at, gone, ...seen }) => {
    const file = { prefix, number, revision, extension } as const;
    return { asked: { ...file, link: urlOfFile(nameOfFile(file)) }, answer: gone ? { kind: "absent" } : { kind: "present", ...present(seen) }, at };
  });
}

function present({ modifiedAt, etag, size }: { modifiedAt?: number | undefined; etag?: string | undefined; size?: number | undefined }) {
  return { ...(modifiedAt !== undefined && { modifiedAt }), ...(etag !== undefined && { etag }), ...(size !== undefined && { size }) };
}
