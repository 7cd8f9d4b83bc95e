import { namesAgree } from "../../watch/names/names-agree.ts";
import { MAX_AUTHORS } from "../limits.ts";
import { authorTokens, isMail, isName, type Mail, type Name, type Token } from "./people/author-tokens.ts";
import { namesHost, namesOwner } from "./people/mail-owner.ts";
import { isClearlyName, isCompany, isWholeName, mayBeName } from "./people/person-name.ts";

/**
 * The names in the lines of an author field, without what goes with them: addresses, companies, numbers. What stands between
 * a name and its own address is an affiliation, and so is what the address itself names.
 */
export function readAuthors(lines: string[]): string[] {
  const tokens = authorTokens(lines).filter((token) => !isName(token) || mayBeName(token.name));
  const names = withoutAffiliations(tokens, listedBefore(tokens));
  const full = names.filter(({ name }) => name.includes(" ") || isWholeName(name));
  // One word is a company where others have two, and a name where it stands alone.
  return distinct((full.length > 0 ? full : names.slice(0, 1)).map(({ name }) => name));
}

/**
 * The names in lines that no label announces: what looks like a name to all appearances and is the first before an address or
 * agrees with one; without addresses all names of the lines, if the first line is nothing but names.
 */
export function findAuthors(lines: string[]): string[] {
  const tokens = authorTokens(lines);
  const mails = tokens.filter(isMail).map(({ mail }) => mail);
  if (mails.length === 0) {
    const first = tokens.filter(isName).filter(({ line }) => line === 0);
    const people = first.filter(({ name }, at) => at === 0 || !isCompany(name));
    if (people.length === 0 || !people.every(({ name }) => isClearlyName(name))) return [];
    return distinct(tokens.filter(isName).flatMap(({ name }) => (isClearlyName(name) ? [name] : [])));
  }
  const listed = listedBefore(tokens);
  let isFirst = true;
  const likely = tokens.filter((token) => {
    if (isMail(token)) isFirst = true;
    else if (!isClearlyName(token.name)) return false;
    else if (!isFirst && !listed.has(token)) return mails.some((mail) => namesOwner(mail, token.name));
    else isFirst = false;
    return true;
  });
  return distinct(withoutAffiliations(likely, listed).map(({ name }) => name));
}

/**
 * The names of several people that stand before the addresses of several: a name to each address that is nobody's yet, else
 * those in lines of nothing but names, one of which has an address there.
 */
function listedBefore(tokens: Token[]): Set<Token> {
  const listed = new Set<Token>();
  for (const { names, mails } of runsOf(tokens)) {
    const isOwned = ({ name }: Name) => mails.some(({ mail }) => namesOwner(mail, name));
    const others = names.filter((name) => !isOwned(name));
    const free = mails.filter(({ mail }) => !names.some(({ name }) => namesOwner(mail, name)));
    const lines = [...Map.groupBy(names, ({ line }) => line).values()].filter(
      (people) =>
        !mails.some(({ line }) => line === people[0]?.line) &&
        people.every(({ name }) => isClearlyName(name)) &&
        (mails.length > 1 ? people.length > 1 && people.some(isOwned) : people.length > 2 || people.some(({ areJoined }) => areJoined)),
    );
    // "Ada, Bo, Cy (ada@x.org)": who has a company has not two.
    const areMany = mails.length === 1 && names.length > 2 && new Set([...names, ...mails].map(({ line }) => line)).size === 1;
    if (areMany && names.every(({ name }) => isClearlyName(name))) lines.push(names);
    for (const one of mails.length > 1 && others.length <= free.length ? names : lines.flat()) listed.add(one);
  }
  return listed;
}

/** The names that follow one another, with the addresses that follow them. */
function runsOf(tokens: Token[]): { names: Name[]; mails: Mail[] }[] {
  const runs: { names: Name[]; mails: Mail[] }[] = [];
  for (const token of tokens) {
    const last = runs.at(-1);
    if (isMail(token)) last?.mails.push(token);
    else if (last && last.mails.length === 0) last.names.push(token);
    else runs.push({ names: [token], mails: [] });
  }
  return runs.filter(({ mails }) => mails.length > 0);
}

/** Leaves out what stands between a name and its own address, unless it is another's who has an address here, and what is the name of an address's host. */
function withoutAffiliations(tokens: Token[], listed: Set<Token>): Name[] {
  const mails = tokens.filter(isMail).map(({ mail }) => mail);
  const isOwner = ({ name }: Name) => mails.some((mail) => namesOwner(mail, name));
  const dropped = new Set<Token>();
  for (const [at, token] of tokens.entries()) {
    if (isName(token)) {
      if (!isOwner(token) && mails.some((mail) => namesHost(mail, token.name)) && !isAlone(tokens, at)) dropped.add(token);
      continue;
    }
    const owner = tokens.findLastIndex((one, place) => place < at && isName(one) && namesOwner(token.mail, one.name));
    if (owner < 0) continue;
    for (const between of tokens.slice(owner + 1, at)) if (isName(between) && !isOwner(between)) dropped.add(between);
  }
  // Name, company, an office's address, a line each: as editors write it.
  for (const { names, mails } of runsOf(tokens)) {
    const lines = new Set([...names, ...mails].map(({ line }) => line));
    const [, company] = names;
    if (names.length === 2 && mails.length === 1 && lines.size === 3 && company && !names.some(isOwner)) dropped.add(company);
  }
  return tokens.filter(isName).filter((token) => listed.has(token) || !dropped.has(token));
}

/** Whether nobody else stands between the address before and the one behind: ada@adalovelace.org has no company's name. */
function isAlone(tokens: Token[], at: number): boolean {
  const [before, behind] = [tokens[at - 1], tokens[at + 1]];
  return (before === undefined || isMail(before)) && behind !== undefined && isMail(behind);
}

/** Each person once, in the spelling that comes first. */
function distinct(names: string[]): string[] {
  const found: string[] = [];
  for (const name of names) if (found.length < MAX_AUTHORS && !found.some((one) => one === name || namesAgree(one, name))) found.push(name);
  return found;
}
