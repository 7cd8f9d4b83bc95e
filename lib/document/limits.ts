/** A PDF has its table of objects at its end: one that is cut cannot be read at all, so a longer one need not be fetched. */
export const MAX_PDF_BYTES = 16 * 1_048_576;

/** How much of a PDF is read: its first page and what of the header goes on behind it, or all that there is. */
export type PdfExtent = "first-pages" | "all";

/** `readMs`: then no further page is begun, and those that were read are all. `limitMs`: then it is given up, which one page alone can bring about. */
export interface PdfLimits {
  pages: number;
  characters: number;
  readMs: number;
  limitMs: number;
}

/** An ordinary PDF takes a tenth of a second for its first pages, and a second where the machine is slow and busy; ten milliseconds a page for all. */
export const PDF_LIMITS: Record<PdfExtent, PdfLimits> = {
  "first-pages": { pages: 2, characters: 100_000, readMs: 10_000, limitMs: 10_000 },
  all: { pages: 1_000, characters: 4_000_000, readMs: 20_000, limitMs: 30_000 },
};

/** Of an HTML file, how much is sent at most; and what is kept of it without its styles, scripts and data URLs (html/sift-html.ts). */
export const MAX_DOCUMENT_SENT_BYTES = 32 * 1_048_576;
export const MAX_DOCUMENT_HTML_BYTES = 8 * 1_048_576;

/** Of a document; the longest papers have a tenth of it. */
export const MAX_LINES = 200_000;
export const MAX_CHARACTERS = 4_000_000;
export const MAX_SECTIONS = 5_000;
/** Of one block, and of a heading. */
export const MAX_BLOCK = 100_000;
export const MAX_HEADING = 500;
