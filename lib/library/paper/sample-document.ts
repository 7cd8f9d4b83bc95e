import type { Draft } from "../../papers/draft.ts";
import type { Paper } from "../../papers/paper.ts";
import { formatPaperId } from "../../papers/paper-id.ts";
import { samplePaper } from "../../watch/sample-paper.ts";
import { documentOfIndex, type LibraryDocument } from "./document.ts";

/** For tests: a document of the index of which only what the test is about need be said. */
export function sampleDocument(id: string, about: Partial<Paper> = {}): LibraryDocument {
  return documentOfIndex(samplePaper(id, about));
}

/** For tests: a draft with one file, found on 1 October 2026. */
export function sampleDraft(number: number, revision: number, about: Partial<Draft> = {}): Draft {
  const prefix = about.prefix ?? "D";
  const id = formatPaperId({ prefix, number, revision });
  const foundAt = Date.UTC(2026, 9, 1, 12);
  const file = { extension: ".html", link: `https://isocpp.org/files/papers/${id}.html`, foundAt };
  return { id, prefix, number, revision, files: [file], foundAt, ...about };
}
