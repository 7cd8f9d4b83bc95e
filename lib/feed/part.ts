import * as v from "valibot";
import { canonicalBytes } from "./canonical.ts";
import { changedAt, type DraftFact, draftFactSchema, type StatusFact, statusFactSchema } from "./fact.ts";
import type { FeedHead, PartReference } from "./head.ts";
import { mergeFacts, mergeStatuses } from "./merge-facts.ts";
import { type Refused, readJson, refused } from "./refusal.ts";
import { sha256 } from "./signature.ts";

/** The version of the format, of heads and of parts. */
export const FEED_FORMAT = 1;

/** Whole parts, and those that have only what has changed since some time. */
const LIMITS = { all: { bytes: 32_000_000, facts: 60_000 }, since: { bytes: 2_000_000, facts: 3_000 } };
/** So much later than its head a fact may be: clocks are set. */
const MOST_AHEAD_MS = 60 * 60_000;
/** What was learnt before a head was written may be dated some time before it. */
const OVERLAP_MS = 60 * 60_000;

/** A part: facts by id, statuses by series, each once. */
export interface Part {
  drafts: DraftFact[];
  statuses: StatusFact[];
}

/** `odd`: so many facts were left out, since they are none. */
export type ReadPart = ({ ok: true; odd: number } & Part) | Refused;

/** How much a part may hold. */
export function partLimit({ since }: Pick<PartReference, "since">): { bytes: number; facts: number } {
  return since === 0 ? LIMITS.all : LIMITS.since;
}

/** The name of the part beside its head: what is cached under it is never another. */
export function partName({ sha256 }: Pick<PartReference, "sha256">): string {
  return `facts-${sha256.slice(0, 16)}.json`;
}

/** The part that says all that changed since the head of that time (epoch ms) was read: the smallest that reaches back so far; undefined for a reader that is new. */
export function partToRead(parts: readonly PartReference[], readAt: number | undefined): PartReference | undefined {
  const reaches = parts.filter(({ since }) => since === 0 || (readAt !== undefined && since <= readAt - OVERLAP_MS));
  return reaches.reduce<PartReference | undefined>((best, part) => (best && best.since >= part.since ? best : part), undefined);
}

const partSchema = v.object({ drafts: v.array(v.unknown()), statuses: v.array(v.unknown()) });

/** Reads a part that the head names. One that is not whole, or another, is refused as a whole; a fact that is none is left out alone. */
export async function readPart(bytes: Uint8Array<ArrayBuffer>, part: PartReference, head: Pick<FeedHead, "at">): Promise<ReadPart> {
  if (bytes.length > part.bytes) return refused("too-large");
  if ((await sha256(bytes)) !== part.sha256) return refused("wrong-hash");
  const json = readJson(bytes);
  if (!json.ok) return json;
  if ((json.value as { format?: unknown } | null)?.format !== FEED_FORMAT) return refused("unknown-format");
  const read = v.safeParse(partSchema, json.value);
  if (!read.success) return refused("not-a-feed");
  const { drafts, statuses } = read.output;
  if (Math.max(drafts.length, statuses.length) > partLimit(part).facts) return refused("too-many");
  return { ok: true, ...soundFacts(drafts, statuses, head.at + MOST_AHEAD_MS) };
}

/** Those that are facts, each once, their texts made plain; none that is later than `latest` (epoch ms). `odd`: so many are none. */
export function soundFacts(drafts: unknown[], statuses: unknown[], latest: number): Part & { odd: number } {
  const facts = valid(draftFactSchema, drafts).filter((fact) => changedAt(fact) <= latest);
  const known = valid(statusFactSchema, statuses).filter(({ at }) => at <= latest);
  const odd = drafts.length + statuses.length - facts.length - known.length;
  return { odd, drafts: [...mergeFacts(facts).values()], statuses: [...mergeStatuses(known).values()] };
}

/** The bytes of a part with what has changed since that time (epoch ms; 0: with all), and how the head names it. */
export async function writePart({ drafts, statuses }: Part, since: number): Promise<{ bytes: Uint8Array<ArrayBuffer>; reference: PartReference }> {
  const bytes = canonicalBytes({
    format: FEED_FORMAT,
    drafts: drafts.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
    statuses: statuses.toSorted((a, b) => (a.series < b.series ? -1 : 1)),
  });
  return { bytes, reference: { since, sha256: await sha256(bytes), bytes: bytes.length } };
}

function valid<Schema extends v.GenericSchema>(schema: Schema, values: unknown[]): v.InferOutput<Schema>[] {
  return values.flatMap((value) => {
    const read = v.safeParse(schema, value);
    return read.success ? [read.output] : [];
  });
}
