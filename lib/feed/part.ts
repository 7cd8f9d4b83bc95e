import * as v from "valibot";
import { canonicalBytes } from "./canonical.ts";
import { changedAt, type DraftFact, draftFactSchema, type StatusFact, statusFactSchema } from "./fact.ts";
import type { FeedHead, PartReference } from "./head.ts";
import { mergeFacts, mergeStatuses } from "./merge-facts.ts";
import { type Refused, readJson, refused } from "./refusal.ts";
import { sha256 } from "./signature.ts";

/** The version of the format, of heads and of parts. */
export const FEED_FORMAT = 1;

/** "hot": what has changed in the last 45 days. "base": all that is known, written at most once a day. */
export type PartKind = "hot" | "base";

const LIMITS = { hot: { bytes: 2_000_000, facts: 3_000 }, base: { bytes: 32_000_000, facts: 60_000 } };
/** So much later than its head a fact may be: a base is written before some, and clocks are set. */
const MOST_AHEAD_MS = 60 * 60_000;

/** A part: facts by id, statuses by series, each once. */
export interface Part {
  drafts: DraftFact[];
  statuses: StatusFact[];
}

/** `odd`: so many facts were left out, since they are none. */
export type ReadPart = ({ ok: true; odd: number } & Part) | Refused;

/** How many bytes a part may have. */
export function partLimit(kind: PartKind): number {
  return LIMITS[kind].bytes;
}

/** The name of the part beside its head: what is cached under it is never another. */
export function partName(kind: PartKind, { sha256 }: Pick<PartReference, "sha256">): string {
  return `${kind}-${sha256.slice(0, 16)}.json`;
}

const partSchema = v.object({ drafts: v.array(v.unknown()), statuses: v.array(v.unknown()) });

/** Reads a part that the head names. One that is not whole, or another, is refused as a whole; a fact that is none is left out alone. */
export async function readPart(kind: PartKind, bytes: Uint8Array<ArrayBuffer>, head: Pick<FeedHead, "at" | PartKind>): Promise<ReadPart> {
  if (bytes.length > head[kind].bytes) return refused("too-large");
  if ((await sha256(bytes)) !== head[kind].sha256) return refused("wrong-hash");
  const json = readJson(bytes);
  if (!json.ok) return json;
  if ((json.value as { format?: unknown } | null)?.format !== FEED_FORMAT) return refused("unknown-format");
  const part = v.safeParse(partSchema, json.value);
  if (!part.success) return refused("not-a-feed");
  const { drafts, statuses } = part.output;
  if (drafts.length > LIMITS[kind].facts || statuses.length > LIMITS[kind].facts) return refused("too-many");
  return { ok: true, ...soundFacts(drafts, statuses, head.at + MOST_AHEAD_MS) };
}

/** Those that are facts, each once, their texts made plain; none that is later than `latest` (epoch ms). `odd`: so many are none. */
export function soundFacts(drafts: unknown[], statuses: unknown[], latest: number): Part & { odd: number } {
  const facts = valid(draftFactSchema, drafts).filter((fact) => changedAt(fact) <= latest);
  const known = valid(statusFactSchema, statuses).filter(({ at }) => at <= latest);
  const odd = drafts.length + statuses.length - facts.length - known.length;
  return { odd, drafts: [...mergeFacts(facts).values()], statuses: [...mergeStatuses(known).values()] };
}

/** The bytes of a part, and how the head names it. */
export async function writePart({ drafts, statuses }: Part): Promise<{ bytes: Uint8Array<ArrayBuffer>; reference: PartReference }> {
  const bytes = canonicalBytes({
    format: FEED_FORMAT,
    drafts: drafts.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
    statuses: statuses.toSorted((a, b) => (a.series < b.series ? -1 : 1)),
  });
  return { bytes, reference: { sha256: await sha256(bytes), bytes: bytes.length } };
}

function valid<Schema extends v.GenericSchema>(schema: Schema, values: unknown[]): v.InferOutput<Schema>[] {
  return values.flatMap((value) => {
    const read = v.safeParse(schema, value);
    return read.success ? [read.output] : [];
  });
}
