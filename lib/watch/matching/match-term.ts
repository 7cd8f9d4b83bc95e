import type { Paper } from "../../papers/paper.ts";
import { aliases } from "../names/aliases.ts";
import { foldText } from "../names/fold-text.ts";
import type { TermKind } from "../syntax/split-terms.ts";
import { compileAuthor } from "./match-author.ts";
import { compilePaper } from "./match-paper.ts";
import { compileTitle } from "./match-title.ts";

/** Compiles one term into a search: gives what of the paper it asks for, "" where it holds without naming anything, undefined where it does not hold. */
export function compileTerm(kind: TermKind, text: string): (paper: Paper) => string | undefined {
  switch (kind) {
    case "paper": {
      const isWatched = compilePaper(text);
      return (paper) => (isWatched(paper) ? paper.id : undefined);
    }
    case "author": {
      const isWatched = compileAuthor(text);
      return (paper) => paper.authors.find(isWatched);
    }
    case "title": {
      const find = compileTitle(text);
      return (paper) => find(paper.title);
    }
    case "audience": {
      const watched = aliases(text).map(foldText);
      return (paper) => paper.audience.find((audience) => watched.includes(foldText(withoutQuotes(audience))));
    }
    case "kind":
      // A published name that the index does not know yet is a draft too.
      return (paper) => (isDraft(paper) === (text === "draft") ? "" : undefined);
  }
}

function isDraft({ prefix, type }: Paper): boolean {
  return prefix === "D" || type === "draft";
}

/** Watched text has no quotes: they hold terms together. */
function withoutQuotes(text: string): string {
  return text.includes('"') ? text.replace(/[" ]+/g, " ").trim() : text;
}
