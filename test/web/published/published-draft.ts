import { extname } from "node:path";
import type { Answer, Request } from "../script.ts";
import { publishedFile } from "./published-file.ts";

export const DRAFTS_URL = "https://isocpp.org/files/papers/";

export interface DraftOptions {
  /** Now where nothing is said; null: no such header. */
  lastModified?: Date | null;
  /** By the extension where nothing is said. */
  contentType?: string;
  /** As sent, with its quotes; of the content where nothing is said; null: no such header. */
  etag?: string | null;
  /** Before the headers. */
  delayMs?: number;
}

const CONTENT_TYPES: Record<string, string> = {
  ".pdf": "application/pdf",
  ".html": "text/html; charset=utf-8",
  ".htm": "text/html; charset=utf-8",
  ".txt": "text/plain",
};

/** Where a draft of that name lies. Throws for what is no name of a file: a path, a query, nothing. */
export function draftUrl(name: string): string {
  const { href } = new URL(`./${name}`, DRAFTS_URL);
  const file = href.startsWith(DRAFTS_URL) ? href.slice(DRAFTS_URL.length) : "";
  if (!/^[^/?#]+$/.test(file)) throw new Error(`"${name}" is no name of a file`);
  return href;
}

/** Answers for one draft. */
export function publishedDraft(name: string, body: string | Buffer, options: DraftOptions = {}): (request: Request) => Answer {
  const { lastModified = new Date(), contentType = CONTENT_TYPES[extname(name).toLowerCase()] ?? "application/octet-stream", etag, delayMs = 0 } = options;
  const served = publishedFile(body, { contentType, lastModified, etag });
  return (request) => ({ ...served(request), delayMs });
}

/** What the double says of a URL that nobody scripted: 404, and a page about it where drafts lie. */
export function notFound({ url }: Request): Answer {
  if (!url.startsWith(DRAFTS_URL)) return { status: 404, headers: { "content-type": "text/plain" }, body: "Not found\n" };
  return {
    status: 404,
    headers: { "content-type": "text/html; charset=utf-8" },
    body: "<!doctype html><title>Page not found</title><h1>Page not found</h1><p>There is nothing at this address.</p>\n",
  };
}
