import { type Network, noAnswer } from "../net/ask.ts";
import { retryAfterMs } from "../net/retry-after.ts";
import { urlOfFile } from "../probe/draft-file.ts";
import type { HeadAnswer } from "../probe/read-answer.ts";
import type { CheckFailure } from "../terms/check-outcome.ts";

/** Shorter than for a download: a HEAD has no body, and a host that hangs is not to hold up the others' turns. */
const TIMEOUT_MS = 10_000;

export type AskedHead = { kind: "answer"; answer: HeadAnswer; retryAfterMs?: number | undefined } | { kind: "failed"; failure: CheckFailure };

/** One polite HEAD for a file of that name, conditional where its validators are known. It follows no redirect, so no other host is ever asked. Never rejects. */
export async function askForFile(
  network: Network,
  { name, etag, lastModified, stop }: { name: string; etag?: string | undefined; lastModified?: string | undefined; stop?: AbortSignal },
  now: () => number,
): Promise<AskedHead> {
  const timeout = AbortSignal.timeout(network.timeoutMs ?? TIMEOUT_MS);
  const signal = stop ? AbortSignal.any([timeout, stop]) : timeout;
  const headers = { ...(etag && { "If-None-Match": etag }), ...(lastModified && { "If-Modified-Since": lastModified }) };
  try {
    const response = await network.fetch(urlOfFile(name), { method: "HEAD", headers, signal, cache: "no-store", credentials: "omit", redirect: "manual" });
    const header = (of: string) => response.headers.get(of) ?? undefined;
    const isRedirect = response.type === "opaqueredirect";
    return {
      kind: "answer",
      answer: {
        name,
        status: isRedirect ? 302 : response.status,
        finalUrl: response.url || urlOfFile(name),
        contentType: header("content-type"),
        contentLength: header("content-length"),
        lastModified: header("last-modified"),
        etag: header("etag"),
      },
      retryAfterMs: retryAfterMs(response.headers.get("retry-after"), now()),
    };
  } catch (error) {
    return { kind: "failed", failure: noAnswer(error, signal, network) };
  }
}
