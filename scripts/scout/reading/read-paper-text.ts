import { basename } from "node:path";
import type { PaperText } from "../../../lib/document/document.ts";
import { readText } from "../../../lib/document/read-text.ts";
import { BadInput } from "../bad-input.ts";
import { PROBLEMS } from "./problems.ts";
import { readBytes } from "./read-draft-file.ts";
import { readPdfApart } from "./read-pdf-apart.ts";

/** The text of a paper in a file, HTML or PDF, and the number that the file is named after, if it is. */
export async function readPaperText(file: string): Promise<{ text: PaperText; id?: string }> {
  const read = await readText(await readBytes(file), "", readPdfApart);
  if (!read.ok) throw new BadInput(`${file} ${PROBLEMS[read.problem]} (${read.problem})`);
  const [id] = /^[PD]\d{3,5}R\d{1,3}(?!\d)/i.exec(basename(file)) ?? [];
  return { text: read.text, ...(id !== undefined && { id }) };
}
