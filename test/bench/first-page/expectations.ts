import { readFileSync } from "node:fs";
import { join } from "node:path";
import * as v from "valibot";
import { splitAuthors } from "../../../lib/papers/authors.ts";

/** What is expected of a paper, each value with its source: what the document itself says, or only what the index says of it. */
export interface Expectation {
  file: string;
  title: Expected<string> | undefined;
  authors: Expected<string[]> | undefined;
  audience: Expected<string[]> | undefined;
  /** "" where the document has none. */
  date: Expected<string> | undefined;
}

interface Expected<T> {
  value: T;
  source: "document" | "index";
}

const Says = v.object({
  title: v.optional(v.string()),
  authors: v.optional(v.array(v.string())),
  audience: v.optional(v.array(v.string())),
  date: v.optional(v.nullable(v.string())),
});
type Says = v.InferOutput<typeof Says>;
const FileName = v.pipe(v.string(), v.regex(/^[^/\\]+$/));
const OfDocuments = v.record(FileName, Says);
const OfIndex = v.array(v.object({ file: FileName, title: v.string(), author: v.string(), says: v.optional(Says) }));

/**
 * The expectations in a folder's expected.json: an object whose values are what each document says, or a list of what the index says,
 * in which `says` holds what the document does. Of the drafts at hand that is known here, by file: where no title and no authors are
 * given, the document has been looked at and says the same as the index.
 */
export function readExpectations(folder: string, areDrafts: boolean): Expectation[] {
  const read: unknown = JSON.parse(readFileSync(join(folder, "expected.json"), "utf8"));
  if (!Array.isArray(read)) return Object.entries(v.parse(OfDocuments, read)).map(([file, says]) => ({ file, ...saidBy(says) }));
  const drafts = areDrafts ? v.parse(OfDocuments, JSON.parse(readFileSync(join(import.meta.dirname, "what-drafts-say.json"), "utf8"))) : {};
  return v.parse(OfIndex, read).map(({ file, title, author, says }): Expectation => {
    const indexed = { title, authors: splitAuthors(author) };
    if (drafts[file]) return { file, ...saidBy({ ...indexed, ...drafts[file] }) };
    const said = saidBy(says ?? {});
    return { file, ...said, title: said.title ?? { value: title, source: "index" }, authors: said.authors ?? { value: indexed.authors, source: "index" } };
  });
}

function saidBy({ title, authors, audience, date }: Says): Omit<Expectation, "file"> {
  const inDocument = <T>(value: T | undefined): Expected<T> | undefined => (value === undefined ? undefined : { value, source: "document" });
  return { title: inDocument(title), authors: inDocument(authors), audience: inDocument(audience), date: inDocument(date === null ? "" : date) };
}
