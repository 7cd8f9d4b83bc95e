import { ask, type Failed, type Network } from "../net/ask.ts";
import { decodeText } from "../net/decode-text.ts";
import type { CheckFailure } from "../terms/check-outcome.ts";

const INDEX_URL = "https://wg21.link/index.json";

interface KnownIndex {
  etag?: string | undefined;
  lastModified?: string | undefined;
}

/** The index as it was sent. */
export interface SentIndex {
  body: Uint8Array<ArrayBuffer>;
  contentType: string;
  etag?: string;
  lastModified?: string;
}

export type FetchedIndex = ({ kind: "index" } & SentIndex) | { kind: "unchanged" } | Failed;

export interface FetchIndexOptions {
  known: KnownIndex;
  maxMegabytes: number;
  onProgress?: (received: number) => void;
  stop?: AbortSignal;
}

/** Asks wg21.link for the index of all papers. Never rejects. */
export async function fetchIndex(network: Network, { known, ...limits }: FetchIndexOptions, now: () => number): Promise<FetchedIndex> {
  const answer = await ask(network, { url: INDEX_URL, ...known, ...limits }, now);
  if (answer.kind !== "body") return answer;
  const { bytes, contentType, etag, lastModified } = answer;
  return { kind: "index", body: bytes, contentType, ...(etag && { etag }), ...(lastModified && { lastModified }) };
}

/** Reads what was sent as one JSON object, id to entry, which is not read any further here. */
export function readSentIndex({ body, contentType }: SentIndex): { index: Record<string, unknown> } | { failure: CheckFailure } {
  const read = parseObject(decodeText(body), contentType);
  return "failure" in read ? read : { index: read.object };
}

function parseObject(text: string, contentType: string): { object: Record<string, unknown> } | { failure: CheckFailure } {
  // A login or maintenance page is served with status 200 often enough; its content type is not always honest.
  if (/^\s*</.test(text) || /^text\/html/i.test(contentType)) return { failure: { kind: "html" } };
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return { failure: { kind: "not-json" } };
  }
  if (typeof json !== "object" || json === null || Array.isArray(json)) return { failure: { kind: "not-object" } };
  return { object: json as Record<string, unknown> };
}
