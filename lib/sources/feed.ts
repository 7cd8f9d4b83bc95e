import { ask, type Failed, type Network } from "../net/ask.ts";

const MEGABYTE = 1_000_000;

export type FeedFile = { kind: "file"; bytes: Uint8Array<ArrayBuffer> } | { kind: "too-large" } | { kind: "elsewhere" } | Failed;

/**
 * One file of a feed: without headers of our own (they would cause a preflight that static hosts do not answer), through
 * the browser's cache, so that what has not changed costs nothing, and from the feed's own origin only. Never rejects.
 */
export async function fetchFeedFile(
  network: Network,
  { folder, name, maxBytes, stop }: { folder: string; name: string; maxBytes: number; stop?: AbortSignal },
  now: () => number,
): Promise<FeedFile> {
  const { origin } = new URL(folder);
  const question = { url: folder + name, maxMegabytes: maxBytes / MEGABYTE, origin, cache: "no-cache" as const, ...(stop && { stop }) };
  const answer = await ask(network, question, now);
  switch (answer.kind) {
    case "body":
      return { kind: "file", bytes: answer.bytes };
    case "unchanged":
      return { kind: "failed", failure: { kind: "refused", status: 304 } };
    case "failed":
      if (answer.failure.kind === "too-large") return { kind: "too-large" };
      return answer.failure.kind === "refused" && answer.failure.status === 302 ? { kind: "elsewhere" } : answer;
  }
}
