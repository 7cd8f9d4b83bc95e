import { isPdf } from "../document/pdf/is-pdf.ts";
import type { PdfReader } from "../document/pdf/pdf-text.ts";
import type { ReadPage } from "./first-page.ts";
import { readHtmlPage } from "./html/read-html-page.ts";
import { readPdfPage } from "./pdf/read-pdf-page.ts";

/** Reads the first page of a draft; what it is its first bytes say, whatever its name or its type. Never rejects. */
export async function readPage(bytes: Uint8Array, contentType: string, pdf: PdfReader, signal?: AbortSignal): Promise<ReadPage> {
  return isPdf(bytes) ? readPdfPage(bytes, pdf, signal) : readHtmlPage(bytes, contentType);
}
