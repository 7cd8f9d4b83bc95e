import { readWithPdfjs } from "./read-with-pdfjs.ts";

/** The thread that reads one PDF: bytes come with the port on which their text is awaited. */
self.onmessage = async ({ data, ports: [port] }: MessageEvent<Uint8Array>) => {
  port?.postMessage(await readWithPdfjs(data));
};
