import * as v from "valibot";
import { MAX_ABSTRACT, MAX_AUTHORS, MAX_NAME, MAX_TITLE } from "../first-page/limits.ts";
import { formatPaperId, parsePaperId } from "../papers/paper-id.ts";
import { tidyText } from "../papers/text/plain-text.ts";

/** The latest moment that a date can be. */
const LAST_MOMENT = 8.64e15;
const MAX_FILES = 8;
const MAX_LABELS = 40;

/** Epoch ms. */
export const time = v.pipe(v.number(), v.safeInteger(), v.minValue(0), v.maxValue(LAST_MOMENT));
/** Text for people; whatever it was, it is a line that nobody can disguise. */
export const line = (length: number) => v.pipe(v.string(), v.maxLength(4 * length), v.transform(tidyText), v.maxLength(length));
const paragraphs = v.pipe(
  v.string(),
  v.maxLength(4 * MAX_ABSTRACT),
  v.transform((text) => text.split("\n").map(tidyText).join("\n")),
  v.maxLength(MAX_ABSTRACT),
);
const mark = v.optional(v.literal(true));

/** The id as WG21 writes it, and nothing else. */
const idOf = (isWanted: (prefix: string, hasRevision: boolean) => boolean) =>
  v.pipe(
    v.string(),
    v.maxLength(16),
    v.check((text) => {
      const id = parsePaperId(text);
      return id?.regular === true && formatPaperId(id) === text && isWanted(id.prefix, id.revision !== undefined);
    }),
  );
const draftId = idOf((prefix, hasRevision) => (prefix === "D" || prefix === "P") && hasRevision);
const seriesId = idOf((prefix, hasRevision) => prefix === "P" && !hasRevision);

/** A file's tag may be sent back as a header, so it is nothing but signs that a header may hold. */
export const TAG = /^[\x20-\x7e]{1,200}$/;

const fileSchema = v.object({
  at: time,
  extension: v.pipe(v.string(), v.regex(/^\.[a-z]{1,5}$/)),
  modifiedAt: v.optional(time),
  etag: v.optional(v.pipe(v.string(), v.regex(TAG))),
  size: v.optional(v.pipe(v.number(), v.safeInteger(), v.minValue(0))),
  gone: mark,
});

const pageSchema = v.object({
  at: time,
  title: line(MAX_TITLE),
  authors: v.pipe(v.array(line(MAX_NAME)), v.maxLength(MAX_AUTHORS)),
  audience: v.pipe(v.array(line(MAX_NAME)), v.maxLength(MAX_AUTHORS)),
  date: v.optional(v.pipe(v.string(), v.regex(/^\d{4}(?:-\d\d){0,2}$/))),
  abstract: v.optional(paragraphs),
});

export const draftFactSchema = v.object({
  id: draftId,
  found: v.object({ at: time, baseline: mark }),
  files: v.pipe(
    v.array(fileSchema),
    v.minLength(1),
    v.maxLength(MAX_FILES),
    v.check((files) => new Set(files.map(({ extension }) => extension)).size === files.length),
  ),
  page: v.optional(pageSchema),
  unreadable: v.optional(v.object({ at: time, why: v.pipe(v.string(), v.regex(/^[a-z-]{1,40}$/)) })),
  published: v.optional(v.object({ at: time, as: idOf((prefix) => prefix === "P") })),
});

export const statusFactSchema = v.object({
  series: seriesId,
  at: time,
  issue: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
  state: v.picklist(["open", "closed"]),
  reason: v.optional(line(40)),
  labels: v.pipe(v.array(line(MAX_NAME)), v.maxLength(MAX_LABELS)),
  milestone: v.optional(line(MAX_NAME)),
});

/**
 * What is known of one draft: what it is, never where. Each part has the time `at` which it came to be so, by the clock of
 * whoever saw it (epoch ms). `found.baseline`: it was there when its finder first looked. A file's `at` is when its present
 * content was first seen, or that it is gone.
 */
export type DraftFact = v.InferOutput<typeof draftFactSchema>;

/** What github.com/cplusplus/papers says of one paper, raw; `at` is when it last changed there, epoch ms. */
export type StatusFact = v.InferOutput<typeof statusFactSchema>;

/** When anything of it last changed, epoch ms. */
export function changedAt({ found, files, page, unreadable, published }: DraftFact): number {
  return Math.max(found.at, ...files.map(({ at }) => at), page?.at ?? 0, unreadable?.at ?? 0, published?.at ?? 0);
}
