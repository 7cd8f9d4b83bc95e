import { foldText } from "../../watch/names/fold-text.ts";
import { withoutNumber } from "../folding/fold-title.ts";

const REVISION =
  /(?<![\p{L}\p{N}.])(?:[pd](?<paper>\d{3,5}) ?)?r(?:ev(?:ision)?\.? ?)?(?<short>\d{1,3})(?![\p{L}\p{N}])|(?<!\p{L})(?:revision|version|draft)s? (?<long>\d{1,3})(?![\d.])/gu;
/** Then what is named is the revision before. */
const SINCE = /(?<!\p{L})(?:since|from|after|relative to|compared|over|against|previous(?:ly)?|differences? to|changes to)(?!\p{L})/u;
const ARROW = /(?:->|=>|→|➡|⇒|⟶|(?<=\d\]?) ?(?:to|–|—) )/u;
/** A label stands at the beginning of an entry. */
const LABEL =
  /^[^\p{L}\p{N}]{0,4}(?:(?:changes?|updates?|differences?|new|modified|revised)(?: made)? (?:since|from|in|for|between|to|after|relative to) (?:the |this )?|(?:since|from|in|after|between|for) |draft (?=->|=>|→|➡|⇒))?[^\p{L}\p{N}]{0,3}(?:changes (?:since|from|in) )?(?:[pd]\d{3,5} ?)?(?:r\d{1,3}|rev(?:ision)?\.? ?\d{1,3}|version \d{1,3}|(?:->|=>|→|➡|⇒) ?r\d{1,3})(?![\p{L}\p{N}])/u;
const MAX_LABEL = 60;

/** The revision whose changes a heading announces: 2 for "Changes since R1", "R1 → R2", "P9001R2", "Revision 2". That of a paper with another number is none. */
export function revisionIn(title: string, number?: string): number | undefined {
  const text = foldText(title.slice(0, 200));
  const named = Array.from(text.matchAll(REVISION))
    .filter(({ groups: { paper } = {} }) => !paper || !number || Number(paper) === Number(number))
    .map(({ groups: { short, long } = {} }) => Number(short ?? long));
  const [first] = named;
  if (first === undefined) return undefined;
  if (named.length > 1 || ARROW.test(text)) return Math.max(...named);
  return SINCE.test(text.slice(0, text.search(/r(?:ev)?\.? ?\d|revision|version|draft|[pd]\d/))) ? first + 1 : first;
}

/** The revision that a paragraph, an item or a row begins with the name of: "R2: …", "Since P9001R1, …", "Revision 2 (post-Kona)". */
export function revisionLabel(text: string, number?: string): number | undefined {
  const folded = foldText(withoutNumber(text.slice(0, 200))).replace(/\s+/g, " ");
  const [label] = LABEL.exec(folded) ?? [];
  if (label === undefined) return undefined;
  const goesOn = /^[\]) ]{0,2}(?:->|=>|→|➡|⇒|to|and|–|—) ?\[?(?:[pd]\d{3,5} ?)?r\d{1,3}/u.exec(folded.slice(label.length))?.[0] ?? "";
  return revisionIn(`${label}${goesOn}`.slice(0, MAX_LABEL), number);
}
