import type { Translate } from "../../../../lib/language/translate.ts";
import type { ParsedWatch } from "../../../../lib/watch/syntax/parse-watch.ts";
import { underscored } from "../../../text/underscored.ts";

/** Free text is no problem of this kind: it only needs a choice. */
export type WatchProblem = Exclude<ParsedWatch, { ok: true } | { problem: "ambiguous" }>;

/** Why the text is no watch, and what to write instead. */
export function problemText(problem: WatchProblem, translate: Translate): string {
  switch (problem.problem) {
    case "empty":
      return translate("problem_empty");
    case "too-much":
      return translate("problem_too_much");
    case "several":
      return translate("problem_several", problem.texts.length);
    case "not-a-paper":
      return translate("problem_not_a_paper", [problem.text]);
    case "other-group":
      return problem.text === "" ? translate("problem_other_committee") : translate("problem_other_group", [problem.text]);
    case "bad-value":
      return translate(`problem_bad_${problem.kind}`, [shortened(problem.text)]);
    case "bad-rule":
      return problem.suggestion
        ? translate("problem_rule_did_you_mean", [shortened(problem.term), problem.suggestion])
        : translate(`problem_rule_${underscored(problem.flaw)}`, [shortened(problem.term)]);
  }
}

/** What was pasted may be a whole page. */
function shortened(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
