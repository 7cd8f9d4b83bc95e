import { parentPort } from "node:worker_threads";
import { readWithPdfjs } from "../../../lib/first-page/pdf/read-with-pdfjs.ts";

// A damaged file makes pdf.js reject promises that nobody awaits. A browser's thread goes on then, a process of Node would end.
process.on("unhandledRejection", () => {});
// pdf.js would rather have its other build in Node; what this one lacks there is filled in.
console.warn = () => {};

/** The thread that reads PDF for a terminal: bytes come, their text goes. */
parentPort?.on("message", async (bytes: Uint8Array) => parentPort?.postMessage(await readWithPdfjs(bytes)));
