import type { CheckFailure } from "../terms/check-outcome.ts";
import { BodyTooLarge, readBody, type Sieve } from "./read-body.ts";
import { retryAfterMs } from "./retry-after.ts";

/** Below the 30 s after which a browser may stop an idle background. */
const TIMEOUT_MS = 25_000;
const MEGABYTE = 1_000_000;

export interface Question {
  url: string;
  /** Of the body we hold: the host answers 304 while it is current. */
  etag?: string | undefined;
  lastModified?: string | undefined;
  maxMegabytes: number;
  /** "manual": a redirect is refused, so that no other host is asked. */
  redirect?: "follow" | "manual";
  /** What was asked for, or a redirect led to, is refused unless it is of this origin. */
  origin?: string;
  /** "no-cache": the browser's own cache asks whether it has changed. */
  cache?: "no-store" | "no-cache";
  /** The beginning of a longer body will do. */
  cuts?: boolean;
  /** Only what passes of the body is kept, up to so much; the rest counts for `maxMegabytes` alone. */
  sift?: { sieve: Sieve; maxMegabytes: number } | undefined;
  onProgress?: (received: number) => void;
  /** Gives the answer up when it fires. */
  stop?: AbortSignal;
}

export type Failed = { kind: "failed"; failure: CheckFailure /** Wait asked for by the host, ms. */; retryAfterMs?: number | undefined };
export type Answer =
  | { kind: "body"; bytes: Uint8Array<ArrayBuffer>; contentType: string; etag?: string; lastModified?: string /** A limit left out the rest. */; isCut?: true }
  | { kind: "unchanged" }
  | Failed;

/** What the client stands on, so that tests can give their own. */
export interface Network {
  fetch: typeof fetch;
  isOnline: () => boolean;
  timeoutMs?: number;
}

/** One polite GET: conditional, without cookies, capped in time and bytes. Every way it can end is a value; it never rejects. */
export async function ask(
  network: Network,
  { url, etag, lastModified, maxMegabytes, redirect = "follow", origin, cache = "no-store", cuts, sift, onProgress = () => {}, stop }: Question,
  now: () => number,
): Promise<Answer> {
  const timeout = AbortSignal.timeout(network.timeoutMs ?? TIMEOUT_MS);
  const signal = stop ? AbortSignal.any([timeout, stop]) : timeout;
  const headers = { ...(etag && { "If-None-Match": etag }), ...(lastModified && { "If-Modified-Since": lastModified }) };
  let response: Response;
  try {
    response = await network.fetch(url, { headers, signal, cache, credentials: "omit", redirect });
  } catch (error) {
    return failed(noAnswer(error, signal, network));
  }
  // Whoever was not told what is here cannot know that it is the same.
  if (response.status === 304) return etag || lastModified ? { kind: "unchanged" } : failed({ kind: "refused", status: 304 });
  if (response.type === "opaqueredirect") return failed({ kind: "refused", status: 302 });
  if (origin !== undefined && response.url !== "" && new URL(response.url).origin !== origin) {
    void response.body?.cancel();
    return failed({ kind: "refused", status: 302 });
  }
  if (!response.ok) {
    void response.body?.cancel();
    return failed(failureOf(response.status), retryAfterMs(response.headers.get("retry-after"), now()));
  }
  try {
    const cut: { isCut?: true } = {};
    const onCut = () => {
      cut.isCut = true;
    };
    const limits = { maxBytes: maxMegabytes * MEGABYTE, cuts, sift: sift && { sieve: sift.sieve, maxBytes: sift.maxMegabytes * MEGABYTE }, onCut };
    const bytes = await readBody(response, limits, onProgress);
    return { kind: "body", bytes, contentType: response.headers.get("content-type") ?? "", ...validators(response.headers), ...cut };
  } catch (error) {
    if (error instanceof BodyTooLarge) return failed({ kind: "too-large", megabytes: maxMegabytes });
    return failed({ kind: signal.aborted ? "timeout" : "cut-off", detail: messageOf(error) });
  }
}

/** What it means that a request threw. */
export function noAnswer(error: unknown, signal: AbortSignal, { isOnline }: Pick<Network, "isOnline">): CheckFailure {
  return { kind: signal.aborted ? "timeout" : isOnline() ? "unreachable" : "offline", detail: messageOf(error) };
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function failed(failure: CheckFailure, retryAfterMs?: number): Failed {
  return { kind: "failed", failure, retryAfterMs };
}

function failureOf(status: number): CheckFailure {
  if (status === 404 || status === 410) return { kind: "not-found" };
  if (status === 429) return { kind: "rate-limited" };
  return status >= 500 ? { kind: "server-error", status } : { kind: "refused", status };
}

function validators(headers: Headers): { etag?: string; lastModified?: string } {
  const etag = headers.get("etag");
  const lastModified = headers.get("last-modified");
  return { ...(etag && { etag }), ...(lastModified && { lastModified }) };
}
