import { tidyText } from "../../papers/text/tidy-text.ts";
import { MAX_TITLE } from "../limits.ts";

const OF_COMMITTEE = String.raw`(?:(?:ISO(?:\/IEC)?|JTC ?1|SC ?22|WG ?21)[ /:]{1,2}){0,4}`;
const REVISION = String.raw`(?: ?R\d{1,3}| \(R\d{1,3}\)|,? rev(?:ision|\.)? ?\d{1,3})?(?:,? draft \d{1,2})?`;
const ID = String.raw`${OF_COMMITTEE}(?:Document |Doc\.? |Proposal |Paper )?[DPN]\d{3,5}${REVISION}(?:=\d\d-\d{4})?`;
const ID_BEFORE = new RegExp(String.raw`^[[(]?${ID}[\])]?(?:\s*[:|‒–—―−•·-]{1,3}\s*|\s*[\])]\s+)`, "i");
/** "[linear.algebra]R1", "Dnnnnr0": what stands for a number where there is none yet, or what a slip of the pen made of it. */
const NAME_BEFORE = /^\S{1,40}(?<=[\d\]nx])r\d{1,3}(?:\s*[:|]\s*|\s+[–—-]\s+|$)/i;
const ID_BEHIND = new RegExp(String.raw`\s*(?:[[(]${ID}[\])]|[|‒–—―−•·-]\s*${ID})\s*$`, "i");
const NUMBER_BEFORE = new RegExp(String.raw`^(?<id>${ID})(?:\s+|\s*[,.;_]\s*)(?=\S)`, "i");
/** A title that would end in one of these words has its number as a part of what it says: "A proof of P9001R2". */
const LEADS_ON = String.raw`(?<!\b(?:a|about|against|an|and|at|by|for|from|in|into|of|on|or|over|than|the|to|under|versus|via|vs|with|without))`;
const NUMBER_BEHIND = new RegExp(String.raw`(?<=\S)${LEADS_ON}[\s,]+(?<id>${ID})\s*$`, "i");
/** A title may be nothing but one of these; others that repeat a sign are lines that somebody has drawn. */
const OPERATORS = new Set("&& || :: == << >> -> [] () {} <>".split(" "));
const IDS = new RegExp(ID, "gi");
const ONLY_ID = new RegExp(`^${ID}$`, "i");
const COMMITTEE = /\b(?:ISO|IEC|JTC ?-?1|SC ?-?22|WG ?-?21|INCITS|PL22\.16|J16)\b|\b14882\b/gi;
const BOILERPLATE =
  /\b(?:programming languages?|(?:the )?C\+\+(?: standards?)?(?: committee)?|working (?:draft|paper)|(?:published|draft) proposal|(?:draft|proposal|paper|document|doc|number|no|technical specification)\b)/gi;
const MONTHS = /\b(?:january|february|march|april|may|june?|july?|august|september|october|november|december|jan|feb|mar|apr|aug|sept?|oct|nov|dec)\b/gi;
const FILE_NAME = /^microsoft (?:word|powerpoint)\b|^(?:untitled|document|title|no title|paper)\b.{0,3}$|\.(?:docx?|odt|rtf|tex|dvi|pdf|md|mkd|bs|html?|txt)$/i;

/** A title without the paper's number before or behind it, in one line; "" where nothing of it is left. */
export function cleanTitle(lines: string[]): string {
  const [first = "", ...others] = lines;
  // Bikeshed writes them in a line of their own.
  const kept = others.length > 0 && (ONLY_ID.test(first) || first.replace(NAME_BEFORE, "") === "") ? others : lines;
  let title = tidyText(kept.join(" ").replaceAll("\t", " "));
  for (const pattern of [ID_BEFORE, NAME_BEFORE, ID_BEHIND]) title = title.replace(pattern, "") || title;
  return shortened(title.trim());
}

/** The numbers of papers in a text, without prefix and revision: "4123" of "D4123R0". */
export function numbersIn(text: string): string[] {
  return Array.from(text.matchAll(/(?<![\p{L}\p{N}])[DPN](\d{3,5})(?= ?R\d{1,3}(?!\d)|(?![\p{L}\p{N}]))/giu), ([, number = ""]) => number.replace(/^0+/, ""));
}

/**
 * A title without the paper's own number, which nothing parts from it: "P9001R2 Engines for everyone". Whether it is the paper's own
 * its other numbers say; where it has none, one with a revision before the title is taken for it.
 */
export function withoutOwnNumber(title: string, numbers: string[]): string {
  for (const pattern of [NUMBER_BEFORE, NUMBER_BEHIND]) {
    const found = pattern.exec(title);
    const id = found?.groups?.id ?? "";
    const isOwn = numbers.length > 0 ? numbersIn(id).some((number) => numbers.includes(number)) : pattern === NUMBER_BEFORE && /R\d+$/i.test(id);
    if (found && isOwn) return title.replace(pattern, "").trim();
  }
  return title;
}

/** True for what stands at the head of many papers and names none: the committee, the language, a number, a date. */
export function isBoilerplate(text: string): boolean {
  const left = text.replace(IDS, "").replace(COMMITTEE, "").replace(BOILERPLATE, "").replace(MONTHS, "");
  const letters = left.replace(/[^\p{L}]+/gu, "");
  return (letters === "" || (letters.length < 3 && left !== text)) && !isOfSigns(left) && !OPERATORS.has(text.trim());
}

/** "<=> != ==" is a title; "***", "12 - 34" and what is left around a number or the committee are none. */
function isOfSigns(text: string): boolean {
  const signs = text.replace(/[\s\p{L}]+/gu, "");
  return !/\p{N}/u.test(signs) && /[<=>!&|^~%+*?]{2}/.test(signs) && !/^(.)\1*$/.test(signs);
}

/** True for what programs write where nobody named the document: the name of its file, "Untitled". */
export function isFileName(title: string): boolean {
  return FILE_NAME.test(title.trim());
}

function shortened(title: string): string {
  if (title.length <= MAX_TITLE) return title;
  const words = title.slice(0, MAX_TITLE).replace(/\s\S*$/, "");
  return `${words.slice(0, MAX_TITLE - 1).toWellFormed()}…`;
}
