import type { UnreadableKind } from "../../../lib/first-page/first-page.ts";

/** Why a paper could not be read, behind the name of its file. */
export const PROBLEMS: Record<UnreadableKind, string> = {
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
