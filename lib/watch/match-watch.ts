import { isPaper, type Paper } from "../papers/paper.ts";
import { foldText } from "./fold-text.ts";
import { compileAuthor } from "./match-author.ts";
import { compilePaper } from "./match-paper.ts";
import { compileTitle } from "./match-title.ts";
import type { Reason, Watch } from "./watch.ts";

/** Compiles once, matches many: undefined when the paper is not what was asked for or the entry is no paper. */
export function compileWatch(watch: Watch): (paper: Paper) => Reason | undefined {
  const find = compileFind(watch);
  return (paper) => {
    const found = isPaper(paper) ? find(paper) : undefined;
    return found === undefined ? undefined : { kind: watch.kind, watched: watch.text, found };
  };
}

function compileFind({ kind, text }: Watch): (paper: Paper) => string | undefined {
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
      const watched = foldText(text);
      return (paper) => paper.audience.find((audience) => foldText(audience) === watched);
    }
  }
}
