import { createHash } from "node:crypto";
import { gzipSync } from "node:zlib";
import type { Answer, Request } from "./script.ts";

/**
 * Answers for one resource as a well-behaved server does (RFC 9110): validators on every answer, 304 where they hold,
 * gzip for those who accept it. The ETag is weak because both codings share it.
 */
export function publishedIndex(text: string | Buffer, published: Date): (request: Request) => Answer {
  const body = Buffer.from(text);
  // A date in a header has no fraction of a second.
  const lastModified = Math.floor(published.getTime() / 1000) * 1000;
  const etag = `W/"${createHash("sha256").update(body).digest("hex").slice(0, 32)}"`;
  const validators = { etag, "last-modified": new Date(lastModified).toUTCString(), vary: "accept-encoding" };
  let zipped: Buffer | undefined;

  return ({ headers }) => {
    if (isFresh(headers, etag, lastModified)) return { status: 304, headers: validators };
    const described = { ...validators, "content-type": "application/json" };
    if (!acceptsGzip(headers["accept-encoding"] ?? "")) return { headers: described, body };
    zipped ??= gzipSync(body, { level: 1 });
    return { headers: { ...described, "content-encoding": "gzip" }, body: zipped };
  };
}

/** RFC 9110, 13.2.2: If-Modified-Since counts only where there is no If-None-Match. */
function isFresh(headers: Record<string, string>, etag: string, lastModified: number): boolean {
  const noneMatch = headers["if-none-match"];
  if (noneMatch === undefined) return lastModified <= Date.parse(headers["if-modified-since"] ?? "");
  const opaque = (tag: string) => tag.trim().replace(/^W\//, "");
  return noneMatch.trim() === "*" || noneMatch.split(",").some((tag) => opaque(tag) === opaque(etag));
}

function acceptsGzip(acceptEncoding: string): boolean {
  return acceptEncoding.split(",").some((coding) => /^\s*gzip\s*(;|$)/i.test(coding) && !/;\s*q=0(\.0*)?\s*$/i.test(coding));
}
