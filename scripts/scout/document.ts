import { readFileNames } from "./reading/read-arguments.ts";
import { readPaperText } from "./reading/read-paper-text.ts";

/** The text of a paper: its sections, and what stands in them. */
export async function document(args: string[]) {
  const [file = ""] = readFileNames(args, ["FILE"]);
  return (await readPaperText(file)).text;
}
