import type { Section } from "../document/document.ts";
import { foldText } from "../watch/names/fold-text.ts";
import { withoutNumber } from "./folding/fold-title.ts";

const WORDING =
  /\b(?:wording|standardese|(?:proposed|suggested) (?:text|resolution|changes? to the (?:standard|working (?:draft|paper)|is))|(?:formal|technical|library|language) specifications?|changes to the (?:standard|working draft))\b|^(?:proposed )?(?:changes|edits|modifications|amendments) (?:to|relative to|against) (?:the )?(?:[cn]\d|standard|working|c\+\+|is\b)/;
/** "[alg.sort]", as the standard names its clauses. */
const STABLE_NAME = /\[[a-z][a-z0-9_]*(?:\.[a-z0-9_]+)+\]/;

/** Whether a section holds text for the standard: it, or one that it is a part of, is called so or names a clause. */
export function isWording({ title, path }: Section): boolean {
  return [...path, title].some((one) => WORDING.test(foldText(withoutNumber(one))) || STABLE_NAME.test(one));
}
