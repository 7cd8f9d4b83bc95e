/** What the first page of a draft says. Plain text. */
export interface FirstPage {
  /** "" where none was found; at most MAX_TITLE characters. */
  title: string;
  /** In the order of the page; at most MAX_AUTHORS of MAX_NAME characters each. */
  authors: string[];
  /** As parseAudience reads it. */
  audience: string[];
  /** As parseDate reads it. */
  date?: string;
  /** Its paragraphs, a line each; at most MAX_ABSTRACT characters. Absent where there is none. */
  abstract?: string;
  /** The words of the page, for mere mentions: its paragraphs, a line each; at most MAX_TEXT characters. */
  text: string;
}

/**
 * Why a page could not be read.
 * - empty: there are no bytes
 * - not-a-document: neither HTML nor PDF
 * - encrypted: a PDF that wants a password
 * - broken: a PDF that cannot be understood
 * - too-large: a PDF that was cut at the cap, MAX_PDF_BYTES
 * - no-text: nothing but pictures, or scripts that would write the text
 * - no-title: there is text, but neither a title nor an author
 * - took-too-long: given up
 * - no-reader: the reader of PDF could not be started; nothing is known of the file
 */
export const UNREADABLE_KINDS = ["empty", "not-a-document", "encrypted", "broken", "too-large", "no-text", "no-title", "took-too-long", "no-reader"] as const;
export type UnreadableKind = (typeof UNREADABLE_KINDS)[number];

export type ReadPage = { ok: true; page: FirstPage } | { ok: false; problem: UnreadableKind };
