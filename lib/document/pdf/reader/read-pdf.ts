import type { PdfReader } from "../pdf-text.ts";
import { readInWorker } from "./read-in-worker.ts";

/** The reader of a browser's document. A service worker can start no threads, so that it can read no PDF there. */
export const readPdf: PdfReader = readInWorker(() => new Worker(new URL("./pdf-worker.ts", import.meta.url), { type: "module" }));
