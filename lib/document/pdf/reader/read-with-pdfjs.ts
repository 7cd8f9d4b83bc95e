import type { PDFDocumentProxy, PDFPageProxy } from "pdfjs-dist";
import { PDF_LIMITS, type PdfExtent } from "../../limits.ts";
import type { PdfText, PdfWord } from "../pdf-text.ts";
import { fillBuiltIns } from "./fill-built-ins.ts";

/** Of one page; the fullest have a fifth of it. */
const MAX_WORDS = 10_000;
const MAX_CHARACTERS = 40_000;
const MAX_TITLE = 1_000;
const SILENT = 0;

/**
 * Reads the pages of a PDF with pdf.js, in this thread: it draws nothing, loads no fonts, fetches nothing and asks no other
 * thread. A file can keep it busy without an end, and then no signal is heard: untrusted files belong into a thread of their own.
 */
export async function readWithPdfjs(bytes: Uint8Array, signal?: AbortSignal, extent: PdfExtent = "first-pages"): Promise<PdfText> {
  const pdfjs = await loadPdfjs().catch((error: unknown) => console.error("PaperScout:", error));
  if (!pdfjs) return { ok: false, problem: "no-reader" };
  const task = pdfjs.getDocument({
    // A copy, since it takes its bytes away from their owner.
    data: new Uint8Array(bytes),
    verbosity: SILENT,
    disableFontFace: true,
    useSystemFonts: false,
    useWorkerFetch: false,
    useWasm: false,
    isOffscreenCanvasSupported: false,
    isImageDecoderSupported: false,
    disableWorkerRendering: true,
    enableXfa: false,
    // No picture is needed.
    maxImageSize: 1,
  });
  const givenUp = new Promise<"took-too-long">((resolve) => {
    if (signal?.aborted) resolve("took-too-long");
    signal?.addEventListener("abort", () => resolve("took-too-long"), { once: true });
  });
  const read = task.promise
    .then((document) => readPages(document, extent))
    .catch((error: unknown): PdfText => ({ ok: false, problem: isAboutPassword(error) ? "encrypted" : "broken" }));
  const first = await Promise.race([read, givenUp]);
  void task.destroy().catch(() => {});
  return first === "took-too-long" ? { ok: false, problem: first } : first;
}

/** pdf.js asks for its other half before it would start a worker, so that half has to be here first. */
async function loadPdfjs(): Promise<typeof import("pdfjs-dist")> {
  fillBuiltIns();
  await import("pdfjs-dist/build/pdf.worker.mjs");
  return import("pdfjs-dist");
}

async function readPages(document: PDFDocumentProxy, extent: PdfExtent): Promise<PdfText> {
  const { pages: most, characters, readMs } = PDF_LIMITS[extent];
  const isOver = AbortSignal.timeout(readMs);
  const pages: PdfWord[][] = [];
  let length = 0;
  let cut: "pages" | "characters" | "time" | undefined;
  for (let number = 1; number <= document.numPages && !cut; number++) {
    if (number > most) cut = "pages";
    else if (length > characters) cut = "characters";
    else if (isOver.aborted) cut = "time";
    else {
      try {
        const page = await document.getPage(number);
        const words = await readWords(page);
        pages.push(words);
        length += words.reduce((sum, { text }) => sum + text.length, 0);
        page.cleanup();
      } catch (error) {
        // The first page is worth having without the second.
        if (number === 1) throw error;
      }
    }
  }
  return { ok: true, pages, title: await titleOf(document), ...(cut && { cut }) };
}

/** The words of a page, as far as they are written level; a watermark is not. */
async function readWords(page: PDFPageProxy): Promise<PdfWord[]> {
  const words: PdfWord[] = [];
  let characters = 0;
  const reader = page.streamTextContent().getReader();
  while (words.length < MAX_WORDS && characters < MAX_CHARACTERS) {
    const { done, value } = await reader.read();
    if (done) break;
    for (const item of value.items) {
      if (!("str" in item) || item.str.trim() === "") continue;
      const [across = 0, rising = 0, , up = 0, x = 0, y = 0] = item.transform as number[];
      if (!(up > 0) || Math.abs(rising) > 0.1 * Math.abs(across) || !Number.isFinite(x + y + item.width)) continue;
      words.push({ text: item.str, x, y, width: item.width, size: up });
      characters += item.str.length;
    }
  }
  await reader.cancel(new Error("enough")).catch(() => {});
  return words;
}

async function titleOf(document: PDFDocumentProxy): Promise<string> {
  const { info } = await document.getMetadata().catch(() => ({ info: {} }));
  const { Title } = info as { Title?: unknown };
  return typeof Title === "string" ? Title.slice(0, MAX_TITLE) : "";
}

function isAboutPassword(error: unknown): boolean {
  return error instanceof Error && error.name === "PasswordException";
}
