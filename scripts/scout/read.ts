import { BadInput } from "./bad-input.ts";
import { PROBLEMS } from "./reading/problems.ts";
import { readFileNames } from "./reading/read-arguments.ts";
import { readDraftFile } from "./reading/read-draft-file.ts";

/** What the first page of a paper says. */
export async function read(args: string[]) {
  const [file = ""] = readFileNames(args, ["FILE"]);
  const { read } = await readDraftFile(file);
  if (!read.ok) throw new BadInput(`${file} ${PROBLEMS[read.problem]} (${read.problem})`);
  const { title, authors, audience, date, abstract } = read.page;
  return { title, authors, audience, date: date ?? null, abstract: abstract ?? null };
}
