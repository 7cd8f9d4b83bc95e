import * as v from "valibot";
import { canonicalText } from "./canonical.ts";
import { line, time } from "./fact.ts";
import { FEED_FORMAT, partLimit } from "./part.ts";
import { type Refused, readJson, refused } from "./refusal.ts";
import { isKey, isSignedBy, type Signer, signText } from "./signature.ts";

/** A head is written with at most a kilobyte; a reader bears some more. */
export const MAX_HEAD_BYTES = 4_096;
/** Clocks differ. What is further ahead was written by one that is wrong, or is read by one. */
const MOST_AHEAD_MS = 60 * 60_000;
/** Whoever says to be silent for longer would have readers ask nobody for as long: a stolen key is to blind nobody for ever. */
const LONGEST_SILENCE_MS = 7 * 24 * 60 * 60_000;
const MAX_MIRRORS = 4;
const MAX_PARTS = 6;
const MAX_WAIT_MINUTES = 24 * 60;

const envelopeSchema = v.object({ payload: v.string(), key: v.string(), sig: v.string() });

const partSchema = v.object({
  since: time,
  sha256: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
  bytes: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
});

const payloadSchema = v.pipe(
  v.object({
    format: v.literal(FEED_FORMAT),
    seq: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
    at: time,
    expires: time,
    waitMinutes: v.pipe(v.number(), v.safeInteger(), v.minValue(1), v.maxValue(MAX_WAIT_MINUTES)),
    share: v.pipe(v.number(), v.safeInteger(), v.minValue(1), v.maxValue(1e9)),
    publisher: line(80),
    mirrors: v.pipe(v.array(v.pipe(v.string(), v.maxLength(200), v.regex(/^https:\/\/[^\s#?]+\/$/))), v.maxLength(MAX_MIRRORS)),
    parts: v.pipe(v.array(partSchema), v.minLength(1), v.maxLength(MAX_PARTS)),
  }),
  v.check(({ at, expires }) => expires > at && expires - at <= LONGEST_SILENCE_MS),
  v.check(({ parts }) => parts.some(({ since }) => since === 0)),
);

/**
 * What the head says, the only thing that is polled. `seq` only rises; from `expires` on silence is suspicious (epoch ms).
 * A part has all that changed `since` some time, one of them all that is known; it is named by its hash. `waitMinutes` is how long a reader waits between two looks; where the feed is silent, a reader
 * asks for one file in `share` itself.
 */
export type FeedHead = v.InferOutput<typeof payloadSchema>;
export type PartReference = FeedHead["parts"][number];

/** What a reader knows of the feed before it reads a head. */
export interface KnownFeed {
  /** The keys that the address names. */
  keys: readonly string[];
  /** The latest head that was accepted, as `payload` of the answer had it. */
  latest?: string | undefined;
}

/** `payload` is to be kept as `latest`. `key` has signed it. `isNew`: it is another than that. */
export type ReadHead = { ok: true; head: FeedHead; payload: string; key: string; isNew: boolean } | Refused;

/** Reads a head that was fetched and checks it: whether it is signed, known, newer than what was seen, and of a time that can be. */
export async function readHead(bytes: Uint8Array, { keys, latest }: KnownFeed, now: number): Promise<ReadHead> {
  if (bytes.length > MAX_HEAD_BYTES) return refused("too-large");
  const json = readJson(bytes);
  if (!json.ok) return json;
  const envelope = v.safeParse(envelopeSchema, json.value);
  if (!envelope.success) return refused("not-a-feed");
  const { payload, key, sig } = envelope.output;
  if (!keys.includes(key)) return refused(isKey(key) ? "unknown-key" : "not-a-feed");
  if (!(await isSignedBy(key, payload, sig))) return refused("bad-signature");
  const read = readPayload(payload);
  if (!read.ok) return read;
  const before = latest === undefined ? undefined : readPayload(latest);
  if (before?.ok && read.head.seq < before.head.seq) return refused("older");
  if (before?.ok && read.head.seq === before.head.seq && payload !== latest) return refused("contradicts");
  if (read.head.at > now + MOST_AHEAD_MS) return refused("from-the-future");
  return { ok: true, head: read.head, payload, key, isNew: payload !== latest };
}

function readPayload(payload: string): { ok: true; head: FeedHead } | Refused {
  const json = readJson(new TextEncoder().encode(payload));
  if (!json.ok) return json;
  if ((json.value as { format?: unknown } | null)?.format !== FEED_FORMAT) return refused("unknown-format");
  const head = v.safeParse(payloadSchema, json.value);
  if (!head.success) return refused("not-a-feed");
  if (head.output.parts.some((part) => part.bytes > partLimit(part).bytes)) return refused("too-large");
  return { ok: true, head: head.output };
}

/** The text of head.json. */
export async function writeHead(head: FeedHead, signer: Signer): Promise<string> {
  const payload = canonicalText(head);
  return canonicalText({ payload, key: signer.key, sig: await signText(payload, signer) });
}

/** Whether the feed is not yet silent for longer than it said (epoch ms). */
export function isFresh({ expires }: Pick<FeedHead, "expires">, now: number): boolean {
  return now < expires;
}
