import type { ReadPage } from "./first-page.ts";
import type { PdfReader } from "./pdf-text.ts";
import { readHtmlPage } from "./read-html-page.ts";
import { isPdf, readPdfPage } from "./read-pdf-page.ts";

/** Reads the first page of a draft; what it is its first bytes say, whatever its name or its type. Never rejects. */
export async function readPage(bytes: Uint8Array, contentType: string, pdf: PdfReader, signal?: AbortSignal): Promise<ReadPage> {
  return isPdf(bytes) ? readPdfPage(bytes, pdf, signal) : readHtmlPage(bytes, contentType);
}
