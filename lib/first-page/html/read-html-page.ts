import { decodeHtml } from "../../document/html/decode-html.ts";
import { isHtml } from "../../document/html/is-html.ts";
import { siftHtml } from "../../document/html/sift-html.ts";
import type { ReadPage } from "../first-page.ts";
import { composePage } from "../header/compose-page.ts";
import { MAX_HTML_BYTES, MAX_SENT_BYTES } from "../limits.ts";
import { readHtmlLines } from "./html-lines.ts";

const BODY = /<\/head\b|<body\b/i;

/**
 * Reads the first page of an HTML document, which may be cut off anywhere; what is beyond MAX_HTML_BYTES, its styles, scripts and
 * data URLs aside, is not looked at. Of one whose body never came its head is all that there is to read. Never throws.
 */
export function readHtmlPage(bytes: Uint8Array, contentType: string): ReadPage {
  if (bytes.length === 0) return { ok: false, problem: "empty" };
  const sifted = bytes.length > MAX_HTML_BYTES ? siftHtml(bytes.subarray(0, MAX_SENT_BYTES), MAX_HTML_BYTES) : bytes;
  const html = decodeHtml(sifted, contentType);
  if (!isHtml(html)) return { ok: false, problem: "not-a-document" };
  const { lines, ...aside } = readHtmlLines(html);
  const isHeadOnly = lines.length === 0 && aside.title !== "" && !BODY.test(html);
  return composePage(isHeadOnly ? [{ text: aside.title, group: 0, heading: 1, part: "title" }] : lines, aside);
}
