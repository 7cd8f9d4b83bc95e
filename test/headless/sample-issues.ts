import { digestOf } from "../../lib/papers/text/digest.ts";
import type { Answer, Request, Web } from "../web/web.ts";

const A_PAGE = 100;

/** An issue as api.github.com gives it, of what a scout reads and some of what it does not. */
export function issue(number: number, title: string, updated_at = "2026-10-01T00:00:00Z", more: object = {}) {
  return { number, title, updated_at, state: "open", labels: [], milestone: null, body: "…", user: { login: "wg21bot" }, ...more };
}

export type Issue = ReturnType<typeof issue>;

/** What api.github.com answers to a question for those issues: since then, the oldest first, a page of them. */
export function issuesPage(issues: readonly Issue[], url: string): Issue[] {
  const query = new URL(url).searchParams;
  const [since, page] = [query.get("since") ?? "", Number(query.get("page"))];
  return issues
    .filter(({ updated_at }) => updated_at >= since)
    .sort((a, b) => (a.updated_at < b.updated_at ? -1 : 1))
    .slice((page - 1) * A_PAGE, page * A_PAGE);
}

/** Lets the double answer so, whoever has that token; all others are refused. */
export function publishIssues(web: Web, issues: readonly Issue[], token: string): void {
  web.answerHost("api.github.com", ({ url, headers }: Request): Answer => {
    if (headers.authorization !== `Bearer ${token}`) return { status: 401, body: '{"message":"Bad credentials"}' };
    const body = JSON.stringify(issuesPage(issues, url));
    const etag = `"${digestOf([body])}"`;
    const isSame = headers["if-none-match"] === etag;
    return { status: isSame ? 304 : 200, headers: { etag, "content-type": "application/json" }, ...(!isSame && { body }) };
  });
}
