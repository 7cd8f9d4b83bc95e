import { readFileSync } from "node:fs";
import * as v from "valibot";
import { BadInput } from "../bad-input.ts";

/** The text of a file; `what` says in a complaint what should have been given: "a list of URLs, one a line". */
export function readTextFile(file: string, what: string): string {
  try {
    return new TextDecoder().decode(readFileSync(file));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    throw new BadInput(`${code === "ENOENT" ? `there is no file ${file}` : `${file} cannot be read (${code})`}; give ${what}`);
  }
}

/** A file of JSON in the form of the schema, whose messages say what a value must be; what is not so is named with its place. */
export function readJsonFile<Schema extends v.GenericSchema>(file: string, schema: Schema, what: string): v.InferOutput<Schema> {
  const json = parse(file, what);
  if (typeof json !== "object" || json === null || Array.isArray(json)) throw new BadInput(`${file} is JSON but no object; give ${what}`);
  const read = v.safeParse(schema, json);
  if (read.success) return read.output;
  const [issue] = read.issues;
  const place = v.getDotPath(issue);
  const isMissing = issue.type === "strict_object" && issue.received === "undefined";
  const flaw = isMissing ? `${place} is missing` : issue.expected === "never" ? `there is no ${place}` : `${place} must be ${issue.message}`;
  throw new BadInput(`${file}: ${flaw}; give ${what}`);
}

function parse(file: string, what: string): unknown {
  try {
    return JSON.parse(readTextFile(file, what));
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new BadInput(`${file} holds no JSON; give ${what}`);
  }
}
