import { splitAuthors } from "../../../papers/authors.ts";
import { withoutDates } from "../../../papers/text/find-date.ts";
import { isClearlyName, mayBeName } from "./person-name.ts";
import { splitMails } from "./split-mails.ts";

export interface Name {
  name: string;
  line: number;
  /** The line has an "and" between its names: they are people, not one and a company. */
  areJoined: boolean;
}
export interface Mail {
  mail: string;
  line: number;
}
/** What a field of authors consists of, in its order. */
export type Token = Name | Mail;

const MAX_LINES = 80;
const MAX_LINE = 1_000;
/** More than any header has; each is held against each address. */
const MAX_TOKENS = 300;
const FOOTNOTE = /[*∗†‡§¶⁎\u00b9\u00b2\u00b3\u2070-\u2079]+|(?<=\p{L}) ?\d{1,2}(?:, ?\d{1,2}){0,5}(?=,|;|$)|(?<=\p{L})\d{1,2}(?= )/gu;
/** The number by which researchers are known, in four groups of four. */
const ORCID = /\(?\bORCID\b(?: iD)?:? ?|(?<!\d)\d{4}[-‐‑–]\d{4}[-‐‑–]\d{4}[-‐‑–]\d{3}[\dX](?!\d)\)?/gi;
/** "Ming Wang 王明" is one name in two scripts. */
const OTHER_SCRIPT = /(?<=\p{Script=Latin}) [\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]{1,8}$/u;
const SAID_OF_OWNER = /^[ >)\]]+(?!(?:and|with|by) )\p{L}[^\t,;/|&]*/u;
const COLUMN = /\t| [|•·] /;
const SEPARATOR = /\/| \+ | with (?=\p{Lu})/u;
/** What somebody has given to a paper who is not said to be its author. */
const CONTRIBUTION =
  /^(?:(?:and|with|plus) )?(?:(?:additional|further|major|minor|some|significant|editorial|previous|original) )?(?:contributions?|based on(?: \p{L}{1,15}){0,2} (?:work|papers?|proposals?|ideas?)|edits|editing|input|help|assistance|changes|wording|text|material|feedback|comments|thanks)(?: and \p{L}{1,15})? (?:from|by|of|to) /iu;
/** On whose behalf somebody writes, and from where. */
const BEHALF = /(?:^|\s)(?:on behalf of|for|from|at|of|@) .*$/is;
const WRITTEN = /^(?:(?:written|authored|prepared|proposed|presented|submitted|edited)(?: to \S{1,20})? )?by (?=\p{L})|^(?:and|with) (?=\p{L})/iu;
const FAMILY_NAME = String.raw`(?:\p{Ll}{1,4} ){0,3}\p{Lu}[\p{L}'’-]{0,40}`;
const GIVEN_NAMES = String.raw`\p{Lu}[\p{L}.'’-]{0,40}(?: \p{Lu}[\p{L}.'’-]{0,40}){0,2}`;
const FAMILY_FIRST = new RegExp(String.raw`^\s*(${FAMILY_NAME}), ?(${GIVEN_NAMES})(?=\s*(?:$|[<([{]|\S{1,64}@))`, "u");

const NAME_AND_COMPANY = /^([^,;\t@/|]+),(?!.*(?: and | & )) ?[^,;\t@/|]+$/;
const MAIL_FIRST = /^\s*[^\s,;<>()@]{1,64}@[^\s,;<>()@]{1,100} \(/;
const MAILS_FIRST = /(?<![^\s,;])([^\s,;<>()@]{1,64}@[^\s,;<>()@]{1,100}) \(([^()@]{1,60})\)/g;
/** "Lovelace, Ada" <ada@example.org> */
const QUOTED = /["“”]([^"“”@<>]{2,60})["“”](?=\s{0,3}[<([]{0,2}[^\s<>()@]{1,64}@)/g;
const NICKNAME = / (?:"[^"\s]{1,30}"|“[^”\s]{1,30}”|'[^'\s]{1,30}'|‘[^’\s]{1,30}’)(?= \p{Lu})/gu;

/** The names and the addresses in lines of authors; what goes with them in brackets, or behind a dash, is left out. */
export function authorTokens(lines: string[]): Token[] {
  const taken = withoutContributors(withoutCompanies(lines.slice(0, MAX_LINES).map((line) => line.slice(0, MAX_LINE))));
  const tokens = taken.flatMap(({ text, line }) => {
    const pieces = splitMails(givenFirst(mailsBehind(text.replace(QUOTED, (_, name: string) => givenFirst(name)))));
    const areJoined = / (?:and|&) /.test(text);
    return pieces.flatMap((piece, at): Token[] => {
      if ("mail" in piece) return [{ mail: piece.mail, line }];
      // "Ada <ada@example.org> Some Engines": who is meant by another name has an address behind it, or is set off.
      const names = namesIn(at > 0 && at === pieces.length - 1 ? piece.text.replace(SAID_OF_OWNER, "") : piece.text);
      return names.map((name) => ({ name, line, areJoined }));
    });
  });
  return tokens.slice(0, MAX_TOKENS);
}

export function isName(token: Token): token is Name {
  return "name" in token;
}

export function isMail(token: Token): token is Mail {
  return "mail" in token;
}

/** A line that begins with what was contributed names no author, and neither does the one that goes on with it. */
function withoutContributors(lines: string[]): { text: string; line: number }[] {
  let isOthers = false;
  return lines.flatMap((text, line) => {
    isOthers = CONTRIBUTION.test(text) || (isOthers && line > 0 && /(?:,|\band)\s*$/.test(lines[line - 1] ?? ""));
    return isOthers ? [] : [{ text, line }];
  });
}

/** "Ada Lovelace, Grand Engines" and no more in each of several lines: where somebody works, and not who wrote with her. */
function withoutCompanies(lines: string[]): string[] {
  const people = lines.map((line) => NAME_AND_COMPANY.exec(line)?.[1]?.trim());
  const isSo = people.filter((name) => name !== undefined).length > 1 && lines.every((line, at) => isClearlyName(people[at] ?? line.trim()));
  return isSo ? lines.map((line, at) => people[at] ?? line) : lines;
}

/** "ada@example.org (Ada Lovelace)", as old mail had it, with the address behind the name. */
function mailsBehind(line: string): string {
  if (!MAIL_FIRST.test(line)) return line;
  return line.replace(MAILS_FIRST, (whole, mail: string, name: string) => (isClearlyName(name.trim()) ? `${name} <${mail}>` : whole));
}

/** "Lovelace, Ada; Gödel, Kurt" with the names in the order in which they are spoken; only if it is so throughout. */
function givenFirst(line: string): string {
  const parts = line.split(";");
  const people = parts.filter((part) => /\p{L}/u.test(part.replace(/[^\s<([]{1,64}@\S+/g, "")));
  const areInverted = people.length > 0 && people.every((part) => FAMILY_FIRST.exec(part)?.slice(1).every(mayBeName));
  return areInverted ? parts.map((part) => part.replace(FAMILY_FIRST, (_, family: string, given: string) => ` ${given} ${family}`)).join(";") : line;
}

function namesIn(text: string): string[] {
  return text
    .split(COLUMN)
    .flatMap((column) => bare(column).split(SEPARATOR))
    .flatMap(splitAuthors)
    .map((name) => trimmed(trimmed(name).replace(CONTRIBUTION, "").replace(BEHALF, "").replace(OTHER_SCRIPT, "")))
    .filter((name) => name !== "");
}

/** Without remarks in brackets, addresses of pages, dates, marks of footnotes, and what a dash or a remark adds. */
function bare(text: string): string {
  let outside = text;
  for (let depth = 0; depth < 4; depth++) outside = outside.replace(/\([^()]*\)|\[[^[\]]*\]|<[^<>]*>/g, " ");
  return withoutDates(outside)
    .replace(/[([<].*$/s, "")
    .replace(NICKNAME, "")
    .replace(/\bhttps?:\S*|\bwww\.\S*/gi, " ")
    .replace(ORCID, " ")
    .replace(/ [-–—] .*$/s, "")
    .replace(FOOTNOTE, "")
    .replace(/\s+/g, " ");
}

function trimmed(name: string): string {
  return name.replace(WRITTEN, "").replace(/^[\s.,;:&>)\]'"-]+|[\s,;:&<([/-]+$|(?<=\p{Ll}{3})\.$/gu, "");
}
