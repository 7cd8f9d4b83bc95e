import { remember } from "../../papers/text/remember.ts";

/** How nouns that end so make their plural: the ending is changed for the plural's. */
interface PluralRule {
  /** Of which words it is a rule. */
  of: RegExp;
  ending: string;
  plural: string;
}

const RULES: PluralRule[] = [
  // "clas" would have "clases": what ends in "s" has never "s" alone behind it, so "process" is no plural.
  { of: /(?:[^sxzyu]|[aeiou]y|menu|[cg]pu)(?<!sh)$/, ending: "", plural: "s" }, // executors, arrays, epochs; "status" is none
  { of: /(?:s|x|z|ch|sh|[^aeiou]o)$/, ending: "", plural: "es" }, // classes, boxes, branches, echoes
  { of: /[^aeiou]y$/, ending: "y", plural: "ies" }, // queries
  { of: /[sx]is$/, ending: "is", plural: "es" }, // analyses, axes
  { of: /[dt]ex$/, ending: "ex", plural: "ices" }, // indices, vertices
  { of: /(?:tr|nd)ix$/, ending: "ix", plural: "ices" }, // matrices, appendices
  { of: /^(?:criteri|phenomen)on$/, ending: "on", plural: "a" },
  { of: /^child$/, ending: "", plural: "ren" },
];
/** What only looks like a plural. */
const NO_PLURALS = new Set("alas always bias canvas chaos cos does gas has his ios its lens means news ours perhaps plus this towards was yes".split(" "));
/** "as" is not many of "a", nor "ios" many of "io". */
const SHORTEST = 3;
const LONGEST = 40;
const LETTERS = /^[a-z]+$/;

/**
 * The folded forms of a folded word of a title, itself first: its plural, its singular and the other plurals of that. Nouns
 * of English, the language of the papers; what holds other signs than its letters has no other form.
 */
export const wordForms = remember((word: string): string[] => {
  if (!LETTERS.test(word) || word.length > LONGEST) return [word];
  return [...new Set([word, ...[word, ...singularsOf(word)].flatMap((one) => [one, ...pluralsOf(one)])])];
}, 2_000);

function pluralsOf(singular: string): string[] {
  if (singular.length < SHORTEST) return [];
  return RULES.flatMap(({ of, ending, plural }) => (of.test(singular) ? singular.slice(0, singular.length - ending.length) + plural : [])).filter(
    (word) => !NO_PLURALS.has(word),
  );
}

function singularsOf(word: string): string[] {
  if (NO_PLURALS.has(word)) return [];
  return RULES.flatMap(({ of, ending, plural }) => {
    const singular = word.slice(0, word.length - plural.length) + ending;
    return word.endsWith(plural) && singular.length >= SHORTEST && of.test(singular) ? singular : [];
  });
}
