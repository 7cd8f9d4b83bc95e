import type { MessageKey, Translate } from "../../language/translate.ts";
import { aliases } from "../names/aliases.ts";
import type { Term } from "../syntax/format-term.ts";
import { readRule } from "../syntax/parse-rule.ts";
import type { TermKind } from "../syntax/split-terms.ts";
import type { Watch } from "../watch.ts";

/** What is said of the papers, in this order. */
const SAID: [Exclude<TermKind, "kind">, MessageKey][] = [
  ["paper", "explain_of"],
  ["author", "explain_by"],
  ["title", "explain_titled"],
  ["audience", "explain_for"],
];

/** What a watch asks for, in words: "papers by Niebler with “executor” in the title, but not for SG1". */
export function explainRule({ kind, text }: Watch, translate: Translate): string {
  const terms: Term[] = kind === "rule" ? readRule(text) : [{ kind, text, not: false }];
  const [wanted, refused] = [terms.filter(({ not }) => not === false), terms.filter(({ not }) => not)];
  const only = wanted.find(({ kind }) => kind === "kind");
  const parts = SAID.flatMap(([kind, key]) => {
    const named = wanted.filter((term) => term.kind === kind).map((term) => nameOf(term, translate));
    return named.length > 0 ? translate(key, [join(named, "conjunction", translate)]) : [];
  });
  const papers = [only ? kindName(only, translate) : translate("explain_papers"), ...parts].join(" ");
  if (refused.length === 0) return papers;
  const exceptions = refused.map((term) => {
    const key = SAID.find(([kind]) => kind === term.kind)?.[1];
    return key ? translate(key, [nameOf(term, translate)]) : kindName(term, translate);
  });
  return translate("explain_but_not", [papers, join(exceptions, "disjunction", translate)]);
}

/** "Sy Brand or Simon Brand", "“executor” and “sender”", "exactly “ranges”", "SG1". */
function nameOf({ kind, text }: Term, translate: Translate): string {
  const others = aliases(text);
  const named =
    kind === "title"
      ? others.map((words) =>
          join(
            words.split(" ").map((word) => wordName(word, translate)),
            "conjunction",
            translate,
          ),
        )
      : others;
  return join(named, "disjunction", translate);
}

/** "=executor" stands for that form alone. */
function wordName(word: string, translate: Translate): string {
  const quoted = translate("explain_quoted", [word.replace(/^=/, "")]);
  return word.startsWith("=") ? translate("explain_exactly", [quoted]) : quoted;
}

function kindName({ text }: Term, translate: Translate): string {
  return translate(text === "draft" ? "explain_drafts" : "explain_published");
}

function join(items: string[], type: "conjunction" | "disjunction", translate: Translate): string {
  return new Intl.ListFormat(translate("locale"), { type }).format(items);
}
