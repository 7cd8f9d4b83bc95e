import { formatPaperId, parsePaperId } from "../../papers/paper-id.ts";

export type PaperEntry = { id: string } | { problem: "not-a-paper" | "bad-value" };

const LINK = /^(?:https?:\/\/)?[a-z0-9-]+(?:\.[a-z0-9-]+)+(?::[0-9]+)?\/[^\s?#]*/i;
const LAST_PART = /([^/.]+)(?:\.(?:pdf|html?|txt|md|ps|asc))?\/?$/i;
const NUMBER = /^[0-9]+$/;
const ID_LIKE = /^[PDN]-?[0-9]+R?[0-9]*$/i;

/** Reads "2300", "d3980r0" or a link to a paper; undefined where the text does not look like any of them. */
export function parsePaperEntry(text: string): PaperEntry | undefined {
  const link = LINK.exec(text)?.[0];
  if (link === undefined) return parseId(NUMBER.test(text) ? `P${text}` : text);
  // A bare number that ends a link counts something else: github.com/cplusplus/papers/issues/1234.
  const [, last = ""] = LAST_PART.exec(link) ?? [];
  return parseId(last) ?? { problem: "bad-value" };
}

function parseId(text: string): PaperEntry | undefined {
  const id = parsePaperId(text);
  if (!id) return ID_LIKE.test(text) ? { problem: "bad-value" } : undefined;
  if (id.prefix === "N") return { id: formatPaperId(id) };
  if (id.prefix !== "P" && id.prefix !== "D") return { problem: "not-a-paper" };
  // P04116R0 belongs to no series, so nobody can wait for its next revision.
  return id.regular ? { id: formatPaperId({ ...id, prefix: "P" }) } : { problem: "bad-value" };
}
