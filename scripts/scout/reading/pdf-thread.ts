import { parentPort } from "node:worker_threads";
import type { PdfQuestion } from "../../../lib/document/pdf/reader/read-in-worker.ts";
import { readWithPdfjs } from "../../../lib/document/pdf/reader/read-with-pdfjs.ts";

// A damaged file makes pdf.js reject promises that nobody awaits. A browser's thread goes on then, a process of Node would end.
process.on("unhandledRejection", () => {});
// pdf.js would rather have its other build in Node; what this one lacks there is filled in.
console.warn = () => {};

/** The thread that reads PDF for a terminal: a question comes, the text goes. */
parentPort?.on("message", async ({ bytes, extent }: PdfQuestion) => parentPort?.postMessage(await readWithPdfjs(bytes, undefined, extent)));
