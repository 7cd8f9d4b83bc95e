import { ask, type Failed, type Network } from "../../net/ask.ts";
import { type ReadIssues, readIssues } from "./read-issues.ts";

/** Asked by a scout alone, and only where it was given a token. */
export const STATUS_HOST = "api.github.com";
export const ISSUES_A_PAGE = 100;
/** An issue has the texts of all its authors wrote, 65 kB at most. */
const MAX_MEGABYTES = 20;

export type FetchedIssues = ({ kind: "issues"; etag?: string | undefined } & ReadIssues) | { kind: "unchanged" } | Failed;

/** A page of the issues of cplusplus/papers that changed since then, those that did so longest ago first. Follows no redirect. Never rejects. */
export async function fetchIssues(
  network: Network,
  { since, page, etag, stop }: { since?: string; page: number; etag?: string; stop?: AbortSignal },
  now: () => number,
): Promise<FetchedIssues> {
  const query = new URLSearchParams({ state: "all", sort: "updated", direction: "asc", per_page: String(ISSUES_A_PAGE), page: String(page) });
  if (since) query.set("since", since);
  const url = `https://${STATUS_HOST}/repos/cplusplus/papers/issues?${query}`;
  const answer = await ask(network, { url, maxMegabytes: MAX_MEGABYTES, redirect: "manual", ...(etag && { etag }), ...(stop && { stop }) }, now);
  if (answer.kind !== "body") return answer;
  const read = readIssues(answer.bytes);
  if (typeof read === "string") return { kind: "failed", failure: { kind: read === "not-json" ? "not-json" : "not-object" } };
  return { kind: "issues", etag: answer.etag, ...read };
}
