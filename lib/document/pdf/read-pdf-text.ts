import type { Cut, ReadText } from "../document.ts";
import { MAX_LINES, MAX_PDF_BYTES } from "../limits.ts";
import { sectionsOf } from "../sections.ts";
import { isPdf } from "./is-pdf.ts";
import { pdfBlocks } from "./pdf-blocks.ts";
import type { PdfReader } from "./pdf-text.ts";

/** The text of a PDF. One of MAX_PDF_BYTES is taken to be cut, and is not looked at. Never rejects. */
export async function readPdfText(bytes: Uint8Array, pdf: PdfReader, signal?: AbortSignal): Promise<ReadText> {
  if (bytes.length === 0) return { ok: false, problem: "empty" };
  if (!isPdf(bytes)) return { ok: false, problem: "not-a-document" };
  if (bytes.length >= MAX_PDF_BYTES) return { ok: false, problem: "too-large" };
  if (signal?.aborted) return { ok: false, problem: "took-too-long" };
  const read = await pdf(bytes, signal, "all");
  if (!read.ok) return read;
  const found = pdfBlocks(read.pages);
  if (!found.some((one) => /\p{L}/u.test("level" in one ? one.title : one.text))) return { ok: false, problem: "no-text" };
  const { sections, isFull } = sectionsOf(found.slice(0, MAX_LINES));
  const cut: Cut | undefined = read.cut ?? (isFull || found.length > MAX_LINES ? "blocks" : undefined);
  return { ok: true, text: { form: "pdf", sections, ...(cut && { cut }) } };
}
