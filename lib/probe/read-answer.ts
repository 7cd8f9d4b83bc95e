import { urlOfFile } from "./draft-file.ts";
import { readMailDate } from "./read-mail-date.ts";

/** The answer to a HEAD, and the name that was asked for ("D2300R11.pdf"). Headers as they were sent, undefined where they were not. */
export interface HeadAnswer {
  name: string;
  status: number;
  /** Where redirects led. */
  finalUrl: string;
  contentType: string | undefined;
  contentLength: string | undefined;
  lastModified: string | undefined;
  etag: string | undefined;
}

/** What such an answer means. */
export type FileAnswer =
  /** `size` in bytes, `modifiedAt` epoch ms. */
  | { kind: "present"; size?: number; modifiedAt?: number; etag?: string }
  /** It is as it was when its validators were noted. */
  | { kind: "unchanged" }
  | { kind: "absent" }
  | { kind: "not-the-file"; why: "elsewhere" | "wrong-type" | "too-small" }
  /** The host says nothing of the file. */
  | { kind: "trouble"; trouble: "refused" | "rate-limited" | "server-error"; status: number };

/** The smallest real paper seen has 35 kB; compressed it may be a few. What is smaller than this is a message. */
const LEAST_BYTES = 256;
/** A page that stands in for a missing file is text/html: what comes as mere bytes, or without a type, is not such a one. */
const TYPES: Record<string, readonly string[]> = {
  ".pdf": ["application/pdf", "application/x-pdf", "application/octet-stream", ""],
  ".html": ["text/html", "application/xhtml+xml", ""],
};
const LONGEST_ETAG = 200;

/** Reads the answer to a HEAD for a file: a 200 is the file only where its address, its type and its length are a file's. */
export function readAnswer(answer: HeadAnswer): FileAnswer {
  const { status, name } = answer;
  if (status === 304) return { kind: "unchanged" };
  if (status === 404 || status === 410) return { kind: "absent" };
  if (status >= 300 && status < 400) return { kind: "not-the-file", why: "elsewhere" };
  if (status !== 200) return { kind: "trouble", trouble: troubleOf(status), status };
  if (!isAtHome(answer.finalUrl, name)) return { kind: "not-the-file", why: "elsewhere" };
  if (!isOfItsType(answer.contentType, name)) return { kind: "not-the-file", why: "wrong-type" };
  const size = sizeOf(answer.contentLength);
  if (size !== undefined && size < LEAST_BYTES) return { kind: "not-the-file", why: "too-small" };
  const modifiedAt = readMailDate(answer.lastModified ?? "")?.at;
  const etag = (answer.etag?.length ?? 0) <= LONGEST_ETAG && answer.etag;
  return { kind: "present", ...(size !== undefined && { size }), ...(modifiedAt !== undefined && { modifiedAt }), ...(etag && { etag }) };
}

function troubleOf(status: number): "refused" | "rate-limited" | "server-error" {
  if (status === 429) return "rate-limited";
  return status >= 400 && status < 500 ? "refused" : "server-error";
}

/** At the address that was asked; a host may spell itself with "www." and a name with other letters. */
function isAtHome(finalUrl: string, name: string): boolean {
  if (!URL.canParse(finalUrl)) return false;
  const asked = new URL(urlOfFile(name));
  const { protocol, host, pathname } = new URL(finalUrl);
  return protocol === asked.protocol && (host === asked.host || host === `www.${asked.host}`) && pathname.toLowerCase() === asked.pathname.toLowerCase();
}

function isOfItsType(contentType: string | undefined, name: string): boolean {
  const [type = ""] = (contentType ?? "").split(";", 1);
  const extension = name.slice(name.lastIndexOf(".")).toLowerCase();
  return TYPES[extension]?.includes(type.trim().toLowerCase()) ?? true;
}

function sizeOf(contentLength: string | undefined): number | undefined {
  return contentLength !== undefined && /^\s*\d{1,15}\s*$/.test(contentLength) ? Number(contentLength) : undefined;
}
