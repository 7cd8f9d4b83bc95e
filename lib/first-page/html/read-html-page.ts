import type { ReadPage } from "../first-page.ts";
import { composePage } from "../header/compose-page.ts";
import { MAX_HTML_BYTES } from "../limits.ts";
import { decodeHtml } from "./decode-html.ts";
import { readHtmlLines } from "./html-lines.ts";

/** Where a document that is one shows it. */
const HEAD = 4096;
const MARKUP =
  /<(?:!doctype|!--|\?xml|html|head|body|meta|title|link|style|script|h[1-6]|p|div|table|pre|center|address|dl|ul|ol|a|b|i|font|br|hr|span|header|main|article|section)\b/i;

/** Reads the first page of an HTML document, which may be cut off anywhere; what is beyond MAX_HTML_BYTES is not looked at. Never throws. */
export function readHtmlPage(bytes: Uint8Array, contentType: string): ReadPage {
  if (bytes.length === 0) return { ok: false, problem: "empty" };
  const html = decodeHtml(bytes.subarray(0, MAX_HTML_BYTES), contentType);
  if (!isHtml(html)) return { ok: false, problem: "not-a-document" };
  const { lines, ...aside } = readHtmlLines(html);
  return composePage(lines, aside);
}

/** Whether text is HTML, by the tags that any has at its head. */
function isHtml(text: string): boolean {
  return MARKUP.test(text.slice(0, HEAD));
}
