import { basename } from "node:path";
import { compareTexts } from "../../lib/compare/compare-texts.ts";
import { BadInput } from "./bad-input.ts";
import { changesAsHtml } from "./changes/changes-as-html.ts";
import { changesAsText } from "./changes/changes-as-text.ts";
import { readArguments, readFileNames } from "./reading/read-arguments.ts";
import { readPaperText } from "./reading/read-paper-text.ts";

const FORMATS = ["text", "json", "html"] as const;

/** What differs between two papers: as text, as a page that needs nothing else, or as JSON. */
export async function changes(args: string[]): Promise<unknown> {
  const { values, positionals } = readArguments({ args, options: { format: { type: "string", default: "text" } }, allowPositionals: true });
  const format = FORMATS.find((one) => one === values.format);
  if (!format) throw new BadInput(`--format must be one of ${FORMATS.join(", ")} (given: ${values.format})`);
  const [old = "", fresh = ""] = readFileNames(positionals, ["OLD", "NEW"]);
  const [before, after] = [await readPaperText(old), await readPaperText(fresh)];
  const comparison = compareTexts(before.text, after.text, { ...(before.id && { before: before.id }), ...(after.id && { after: after.id }) });
  if (format === "json") return comparison;
  const names = { before: before.id ?? basename(old), after: after.id ?? basename(fresh) };
  return format === "html" ? changesAsHtml(comparison, names) : changesAsText(comparison, names);
}
