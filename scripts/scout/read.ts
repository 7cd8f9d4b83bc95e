import type { UnreadableKind } from "../../lib/first-page/first-page.ts";
import { BadInput } from "./bad-input.ts";
import { readFileNames } from "./reading/read-arguments.ts";
import { readDraftFile } from "./reading/read-draft-file.ts";

const PROBLEMS: Record<UnreadableKind, string> = {
  empty: "has no bytes",
  "not-a-document": "is neither HTML nor PDF",
  encrypted: "is a PDF that wants a password",
  broken: "is a PDF that cannot be understood: broken, or cut off",
  "too-large": "is a PDF larger than PaperScout fetches",
  "no-text": "has no text: only pictures, or scripts",
  "no-title": "has neither a title nor an author on its first page",
  "took-too-long": "took too long",
  "no-reader": "is a PDF, and its reader could not be started",
};

/** What the first page of a paper says. */
export async function read(args: string[]) {
  const [file = ""] = readFileNames(args, ["FILE"]);
  const { read } = await readDraftFile(file);
  if (!read.ok) throw new BadInput(`${file} ${PROBLEMS[read.problem]} (${read.problem})`);
  const { title, authors, audience, date, abstract } = read.page;
  return { title, authors, audience, date: date ?? null, abstract: abstract ?? null };
}
