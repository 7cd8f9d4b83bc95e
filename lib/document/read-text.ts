import type { ReadText } from "./document.ts";
import { readHtmlText } from "./html/read-html-text.ts";
import { isPdf } from "./pdf/is-pdf.ts";
import type { PdfReader } from "./pdf/pdf-text.ts";
import { readPdfText } from "./pdf/read-pdf-text.ts";

/** Reads the text of a paper, HTML or PDF, which its first bytes tell; on the signal HTML gives what it has by then. Never rejects. */
export async function readText(bytes: Uint8Array, contentType: string, pdf: PdfReader, signal?: AbortSignal, isOver?: () => boolean): Promise<ReadText> {
  return isPdf(bytes) ? readPdfText(bytes, pdf, signal) : readHtmlText(bytes, contentType, isOver);
}
