import { splitAuthors } from "../../papers/authors.ts";
import { foldText } from "../../watch/names/fold-text.ts";
import { namesAgree } from "../../watch/names/names-agree.ts";
import { MAX_AUTHORS } from "../limits.ts";
import { isClearlyName, mayBeName } from "./person-name.ts";
import { splitMails } from "./split-mails.ts";

interface Name {
  name: string;
  line: number;
}
type Token = Name | { mail: string };

const MAX_LINES = 80;
const MAX_LINE = 1_000;
const FOOTNOTE = /[*∗†‡§¶⁎\u00b9\u00b2\u00b3\u2070-\u2079]+|(?<=\p{L})\d{1,2}(?=[ ,;]|$)/gu;

/**
 * The names in the lines of an author field, without what goes with them: addresses, companies, numbers. What stands between
 * a name and its own address is an affiliation, and so is what the address itself names.
 */
export function readAuthors(lines: string[]): string[] {
  const tokens = tokensOf(lines).filter((token) => !isName(token) || mayBeName(token.name));
  const names = withoutAffiliations(tokens);
  const full = names.filter(({ name }) => name.includes(" "));
  // One word is a company where others have two, and a name where it stands alone.
  return distinct((full.length > 0 ? full : names.slice(0, 1)).map(({ name }) => name));
}

/**
 * The names in lines that no label announces: what looks like a name to all appearances and is the first before an address or
 * agrees with one; without addresses all names of the lines, if the first line is nothing but names.
 */
export function findAuthors(lines: string[]): string[] {
  const tokens = tokensOf(lines);
  const mails = tokens.filter(isMail).map(({ mail }) => mail);
  if (mails.length === 0) {
    const first = tokens.filter(isName).filter(({ line }) => line === 0);
    if (first.length === 0 || !first.every(({ name }) => isClearlyName(name))) return [];
    return distinct(tokens.filter(isName).flatMap(({ name }) => (isClearlyName(name) ? [name] : [])));
  }
  let isFirst = true;
  const likely = tokens.filter((token) => {
    if (isMail(token)) isFirst = true;
    else if (!isClearlyName(token.name)) return false;
    else if (!isFirst) return mails.some((mail) => namesOwner(mail, token.name));
    else isFirst = false;
    return true;
  });
  return distinct(withoutAffiliations(likely).map(({ name }) => name));
}

function tokensOf(lines: string[]): Token[] {
  return lines.slice(0, MAX_LINES).flatMap((line, number) =>
    splitMails(line.slice(0, MAX_LINE)).flatMap((piece): Token[] => {
      if ("mail" in piece) return [piece];
      return piece.text.split(/\t| [|•·] /).flatMap((part) => splitAuthors(bare(part)).map((name) => ({ name: trimmed(name), line: number })));
    }),
  );
}

/** Without remarks in brackets, addresses of pages, marks of footnotes, and what a dash or a remark adds. */
function bare(text: string): string {
  let outside = text;
  for (let depth = 0; depth < 4; depth++) outside = outside.replace(/\([^()]*\)|\[[^[\]]*\]|<[^<>]*>/g, " ");
  return outside
    .replace(/[([<].*$/s, "")
    .replace(/\bhttps?:\S*|\bwww\.\S*/gi, " ")
    .replace(/ [-–—] .*$/s, "")
    .replace(FOOTNOTE, "")
    .replace(/[^\S\t]+/g, " ");
}

function trimmed(name: string): string {
  return name.replace(/^(?:by|and|with)(?= )/i, "").replace(/^[\s.,;:&>)\]'"-]+|[\s,;:&<([/-]+$|(?<=\p{Ll}{3})\.$/gu, "");
}

/** Leaves out what stands between a name and its own address, unless it is another's who has an address here, and what is the name of an address's host. */
function withoutAffiliations(tokens: Token[]): Name[] {
  const mails = tokens.filter(isMail).map(({ mail }) => mail);
  const dropped = new Set<Token>();
  for (const [at, token] of tokens.entries()) {
    if (!isMail(token)) continue;
    const owner = tokens.findLastIndex((one, place) => place < at && isName(one) && namesOwner(token.mail, one.name));
    if (owner < 0) continue;
    for (const between of tokens.slice(owner + 1, at)) if (isName(between) && !mails.some((mail) => namesOwner(mail, between.name))) dropped.add(between);
  }
  return tokens.filter(isName).filter((token) => !dropped.has(token) && !mails.some((mail) => namesHost(mail, token.name)));
}

/** Whether the part before the @ goes with the name: one of its words, or its initials. */
function namesOwner(mail: string, name: string): boolean {
  const box = lettersOf(mail.slice(0, mail.indexOf("@")));
  const words = name.split(/[\s-]+/).map(lettersOf);
  return words.some((word) => word.length >= 3 && box.includes(word)) || (box.length >= 2 && box === words.map((word) => word.slice(0, 1)).join(""));
}

/** "Red Hat" of ada@redhat.com. */
function namesHost(mail: string, name: string): boolean {
  const letters = lettersOf(name);
  return (
    letters.length >= 3 &&
    mail
      .slice(mail.indexOf("@") + 1)
      .split(".")
      .some((label) => lettersOf(label) === letters)
  );
}

function lettersOf(text: string): string {
  return foldText(text).replace(/[^\p{L}]+/gu, "");
}

/** Each person once, in the spelling that comes first. */
function distinct(names: string[]): string[] {
  const found: string[] = [];
  for (const name of names) if (found.length < MAX_AUTHORS && !found.some((one) => one === name || namesAgree(one, name))) found.push(name);
  return found;
}

function isName(token: Token): token is Name {
  return "name" in token;
}

function isMail(token: Token): token is { mail: string } {
  return "mail" in token;
}
