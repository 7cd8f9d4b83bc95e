import type { Paper } from "../../papers/paper.ts";
import { readRule } from "../syntax/parse-rule.ts";
import type { Watch } from "../watch.ts";
import { compileTerm } from "./match-term.ts";

/** Compiles a rule: gives what all its terms found ("Ada Lovelace, “engines”"), undefined where one does not hold or one that must not does. */
export function compileRule(text: string): (paper: Paper) => string | undefined {
  const terms = readRule(text).map(({ kind, text, not }) => ({ kind, not, find: compileTerm(kind, text) }));
  const [wanted, refused] = [terms.filter(({ not }) => !not), terms.filter(({ not }) => not)];
  return (paper) => {
    if (wanted.length === 0) return undefined;
    const found: string[] = [];
    for (const { kind, find } of wanted) {
      const part = find(paper);
      if (part === undefined) return undefined;
      if (part !== "") found.push(kind === "title" ? `“${part}”` : part);
    }
    if (refused.some(({ find }) => find(paper) !== undefined)) return undefined;
    return found.length > 0 ? [...new Set(found)].join(", ") : paper.id;
  };
}

/** True where only the first page of a draft can tell whether what must not hold does: until it was read the rule says nothing. */
export function waitsForPage({ kind, text }: Watch): boolean {
  return kind === "rule" && readRule(text).some(({ kind, not }) => not && kind !== "paper" && kind !== "kind");
}

/** The papers that a watch names by number; [] where it names none. */
export function namedPapers({ kind, text }: Watch): string[] {
  if (kind === "paper") return [text];
  return kind === "rule" ? readRule(text).flatMap((term) => (term.kind === "paper" && !term.not ? term.text : [])) : [];
}
