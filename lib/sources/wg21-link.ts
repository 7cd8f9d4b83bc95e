import type { CheckFailure } from "../check-outcome.ts";
import { ask, type Failed, type Network } from "../net/ask.ts";

const INDEX_URL = "https://wg21.link/index.json";

export interface KnownIndex {
  etag?: string | undefined;
  lastModified?: string | undefined;
}

export type FetchedIndex = { kind: "index"; index: Record<string, unknown>; etag?: string; lastModified?: string } | { kind: "unchanged" } | Failed;

export interface FetchIndexOptions {
  known: KnownIndex;
  maxMegabytes: number;
  onProgress?: (received: number) => void;
}

/** Asks wg21.link for the index of all papers: one JSON object, id to entry, not read any further here. Never rejects. */
export async function fetchIndex(network: Network, { known, ...limits }: FetchIndexOptions, now: () => number): Promise<FetchedIndex> {
  const answer = await ask(network, { url: INDEX_URL, ...known, ...limits }, now);
  if (answer.kind !== "body") return answer;
  const { text, contentType, etag, lastModified } = answer;
  const index = parseObject(text, contentType);
  if ("failure" in index) return { kind: "failed", failure: index.failure };
  return { kind: "index", index: index.object, ...(etag && { etag }), ...(lastModified && { lastModified }) };
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
