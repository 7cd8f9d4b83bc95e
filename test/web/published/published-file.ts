import { createHash } from "node:crypto";
import { gzipSync } from "node:zlib";
import type { Answer, Request } from "../script.ts";

export interface Description {
  contentType: string;
  /** null: no such header. */
  lastModified: Date | null;
  /** As sent, with its quotes; null: no such header. Made of the content where nothing is said. */
  etag?: string | null | undefined;
  /** Gzip for those who accept it. */
  zips?: boolean;
}

/** Answers for one file as a well-behaved server does (RFC 9110): validators on every answer, 304 where they hold. */
export function publishedFile(content: string | Buffer, description: Description): (request: Request) => Answer {
  const body = Buffer.from(content);
  const { contentType, zips = false, etag = `${zips ? "W/" : ""}"${createHash("sha256").update(body).digest("hex").slice(0, 32)}"` } = description;
  // A date in a header has no fraction of a second.
  const lastModified = description.lastModified && Math.floor(description.lastModified.getTime() / 1000) * 1000;
  const validators = {
    ...(etag !== null && { etag }),
    ...(lastModified !== null && { "last-modified": new Date(lastModified).toUTCString() }),
    ...(zips && { vary: "accept-encoding" }),
  };
  let zipped: Buffer | undefined;

  return ({ headers }) => {
    if (isFresh(headers, etag, lastModified)) return { status: 304, headers: validators };
    const described = { ...validators, "content-type": contentType };
    if (!zips || !acceptsGzip(headers["accept-encoding"] ?? "")) return { headers: described, body };
    zipped ??= gzipSync(body, { level: 1 });
    return { headers: { ...described, "content-encoding": "gzip" }, body: zipped };
  };
}

/** RFC 9110, 13.2.2: If-Modified-Since counts only where there is no If-None-Match. */
function isFresh(headers: Record<string, string>, etag: string | null, lastModified: number | null): boolean {
  const noneMatch = headers["if-none-match"];
  if (noneMatch === undefined) return lastModified !== null && lastModified <= Date.parse(headers["if-modified-since"] ?? "");
  const opaque = (tag: string) => tag.trim().replace(/^W\//, "");
  return noneMatch.trim() === "*" || (etag !== null && noneMatch.split(",").some((tag) => opaque(tag) === opaque(etag)));
}

function acceptsGzip(acceptEncoding: string): boolean {
  return acceptEncoding.split(",").some((coding) => /^\s*gzip\s*(;|$)/i.test(coding) && !/;\s*q=0(\.0*)?\s*$/i.test(coding));
}
