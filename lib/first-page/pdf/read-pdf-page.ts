import { MAX_PDF_BYTES } from "../../document/limits.ts";
import { isPdf } from "../../document/pdf/is-pdf.ts";
import type { PdfReader } from "../../document/pdf/pdf-text.ts";
import type { ReadPage } from "../first-page.ts";
import { composePage } from "../header/compose-page.ts";
import { pdfLines } from "./pdf-lines.ts";
import { propertyTitle } from "./property-title.ts";

/** Reads the first page of a PDF, and the second where the header goes on there. One of MAX_PDF_BYTES is taken to be cut, and is not looked at. Never rejects. */
export async function readPdfPage(bytes: Uint8Array, pdf: PdfReader, signal?: AbortSignal): Promise<ReadPage> {
  if (bytes.length === 0) return { ok: false, problem: "empty" };
  if (!isPdf(bytes)) return { ok: false, problem: "not-a-document" };
  if (bytes.length >= MAX_PDF_BYTES) return { ok: false, problem: "too-large" };
  if (signal?.aborted) return { ok: false, problem: "took-too-long" };
  const read = await pdf(bytes, signal);
  return read.ok
    ? composePage(pdfLines(read.pages, read.title), { title: propertyTitle(read.title), authors: [], date: "" })
    : { ok: false, problem: read.problem };
}
