import { expect, it } from "vitest";
import { namedAuthors } from "./named-authors.ts";
import { sampleDocument } from "./sample-document.ts";

const NOBODY = { authors: [] };

it.each([
  ["its own", 2, [["Ada"], ["Bob"], ["Cid", "Cid"]], { authors: ["Cid"] }],
  ["those of the last one before it", 2, [["Ada"], ["Bob"], []], { authors: ["Bob"], of: 1 }],
  ["further back, too", 2, [["Ada"], [], []], { authors: ["Ada"], of: 0 }],
  ["those of the next one, where none before it has any", 0, [[], [], ["Cid"]], { authors: ["Cid"], of: 2 }],
  ["nobody", 0, [[], []], NOBODY],
] as [string, number, string[][], { authors: string[]; of?: number }][])("authors: %s", (_, place, authors, { of, ...expected }) => {
  const documents = authors.map((authors, revision) => sampleDocument(`P1R${revision}`, { authors }));
  const [document] = documents.slice(place);
  if (!document) throw new Error("no such place");
  expect(namedAuthors(documents, document)).toEqual({ ...expected, ...(of !== undefined && { asOf: documents[of] }) });
});
