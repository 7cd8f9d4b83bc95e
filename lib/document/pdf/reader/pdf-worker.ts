import type { PdfQuestion } from "./read-in-worker.ts";
import { readWithPdfjs } from "./read-with-pdfjs.ts";

/** The thread that reads one PDF: the question comes with the port on which their text is awaited. */
self.onmessage = async ({ data: { bytes, extent }, ports: [port] }: MessageEvent<PdfQuestion>) => {
  port?.postMessage(await readWithPdfjs(bytes, undefined, extent));
};
