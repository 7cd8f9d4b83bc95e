import { compareTexts } from "../../compare/compare-texts.ts";
import type { Summary } from "../../compare/comparison.ts";
import type { PaperText, ReadText } from "../../document/document.ts";
import { readPdf } from "../../document/pdf/reader/read-pdf.ts";
import { readText } from "../../document/read-text.ts";
import type { ReadPage } from "../../first-page/first-page.ts";
import { readPage } from "../../first-page/read-page.ts";

export { readListing } from "../../sources/open-std/read-listing.ts";

/** As readPage, with the reader of PDF that a browser's document has. */
export function readDraftPage(bytes: Uint8Array, contentType: string, signal?: AbortSignal): Promise<ReadPage> {
  return readPage(bytes, contentType, readPdf, signal);
}

/** As readText, with the same reader of PDF. */
export function readDocumentText(bytes: Uint8Array, contentType: string, signal?: AbortSignal, isOver?: () => boolean): Promise<ReadText> {
  return readText(bytes, contentType, readPdf, signal, isOver);
}

/** What differs between two texts, in numbers. */
export function summariseTexts(before: PaperText, after: PaperText, ids: { before: string; after: string }): Summary {
  return compareTexts(before, after, ids).summary;
}
