/** The half of pdf.js that reads; it has no types of its own. Importing it sets `globalThis.pdfjsWorker`. */
declare module "pdfjs-dist/build/pdf.worker.mjs";
