import { isPaper, type Paper } from "../../papers/paper.ts";
import type { Reason, Watch } from "../watch.ts";
import { compileRule } from "./match-rule.ts";
import { compileTerm } from "./match-term.ts";

/** Compiles once, matches many: undefined when the paper is not what was asked for or the entry is no paper. */
export function compileWatch({ kind, text }: Watch): (paper: Paper) => Reason | undefined {
  const find = kind === "rule" ? compileRule(text) : compileTerm(kind, text);
  return (paper) => {
    const found = isPaper(paper) ? find(paper) : undefined;
    return found === undefined ? undefined : { kind, watched: text, found };
  };
}
