import { readPdf } from "../../document/pdf/reader/read-pdf.ts";
import type { ReadPage } from "../../first-page/first-page.ts";
import { readPage } from "../../first-page/read-page.ts";

export { readListing } from "../../sources/open-std/read-listing.ts";

/** As readPage, with the reader of PDF that a browser's document has. */
export function readDraftPage(bytes: Uint8Array, contentType: string, signal?: AbortSignal): Promise<ReadPage> {
  return readPage(bytes, contentType, readPdf, signal);
}
