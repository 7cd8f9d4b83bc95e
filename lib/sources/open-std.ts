import { ask, type Failed, type Network } from "../net/ask.ts";
import { listingUrl } from "./open-std/listing-url.ts";

/** What we hold of this year's listing. */
interface KnownListing {
  etag?: string | undefined;
  lastModified?: string | undefined;
}

/** The page as it was sent. */
interface SentListing {
  body: Uint8Array<ArrayBuffer>;
  contentType: string;
  etag?: string;
  lastModified?: string;
}

export type FetchedListing = ({ kind: "listing" } & SentListing) | { kind: "unchanged" } | Failed;

export interface FetchListingOptions {
  year: number;
  known: KnownListing;
  maxMegabytes: number;
  onProgress?: (received: number) => void;
  stop?: AbortSignal;
}

/** This year's, and in January last year's too (UTC): its last mailing comes with the new year. */
export function yearsToAsk(now: number): number[] {
  const date = new Date(now);
  const year = date.getUTCFullYear();
  return date.getUTCMonth() === 0 ? [year, year - 1] : [year];
}

/** Asks open-std.org for the listing of a year. Never rejects. */
export async function fetchListing(network: Network, { year, known, ...limits }: FetchListingOptions, now: () => number): Promise<FetchedListing> {
  const answer = await ask(network, { url: listingUrl(year), ...known, ...limits }, now);
  if (answer.kind !== "body") return answer;
  const { bytes, contentType, etag, lastModified } = answer;
  return { kind: "listing", body: bytes, contentType, ...(etag && { etag }), ...(lastModified && { lastModified }) };
}
