import { readFile } from "node:fs/promises";
import type { ReadPage } from "../../../lib/first-page/first-page.ts";
import { readPage } from "../../../lib/first-page/read-page.ts";
import { BadInput } from "../bad-input.ts";
import { readPdfApart } from "./read-pdf-apart.ts";

/** Reads the first page of a file, HTML or PDF, as PaperScout reads that of a draft, and says how many bytes it has. */
export async function readDraftFile(file: string): Promise<{ read: ReadPage; bytes: number }> {
  const bytes = await readBytes(file);
  return { read: await readPage(bytes, "", readPdfApart), bytes: bytes.length };
}

/** The bytes of a paper. */
export async function readBytes(file: string): Promise<Uint8Array> {
  try {
    return await readFile(file);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    throw new BadInput(`${code === "ENOENT" ? `there is no file ${file}` : `${file} cannot be read (${code})`}; give a paper, HTML or PDF`);
  }
}
