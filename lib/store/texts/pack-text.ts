import type { PaperText } from "../../document/document.ts";

/** The text of a document as few bytes: of 100 kB of text 20 to 30 are left. */
export async function packText(text: PaperText): Promise<Uint8Array<ArrayBuffer>> {
  return passed(new Blob([JSON.stringify(text)]), new CompressionStream("gzip"));
}

/** Undefined for what is none: a disk may spoil it. */
export async function unpackText(packed: Uint8Array<ArrayBuffer>): Promise<PaperText | undefined> {
  try {
    return JSON.parse(new TextDecoder().decode(await passed(new Blob([packed]), new DecompressionStream("gzip")))) as PaperText;
  } catch {
    return undefined;
  }
}

async function passed(blob: Blob, stream: CompressionStream | DecompressionStream): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await new Response(blob.stream().pipeThrough(stream)).arrayBuffer());
}
