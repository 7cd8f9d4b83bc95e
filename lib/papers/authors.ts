const SEPARATOR = / ?[,;，；、] ?(?:(?:and|AND|&) )?| (?:and|AND|[&/|·•+]) /g;
/** Between people, where a comma may stand within one: "Lovelace, Ada; Gödel, Kurt". */
const BETWEEN_PEOPLE = / ?; ?(?:(?:and|&) )?|,? (?:and|&) /g;
const SUFFIX = /^(?:jr|sr|ii|iii|iv|ph\.? ?d|m\.? ?sc)\.?$/i;
/** Who is not named. */
const OTHERS = /^(?:(?:many |several |and )?others|more|et\.? al\.?)$/i;
/** Of brackets within brackets. */
const MAX_DEPTH = 4;
const YEAR = /^(?:19|20)[0-9]{2}$/;
const SURNAME = /^(?:\p{Ll}+ ){0,3}\p{Lu}(?=[^ .]*\p{Ll})[^ .]*$/u;
const GIVEN = /^(?:\p{Lu}[^ ]* ){0,2}\p{Lu}[^ ]*$/u;
const INITIALS = /^(?:\p{Lu}\p{M}*\.[ -]?){1,3}$|^\p{Lu}\p{M}*$/u;

/** Splits the author string of the index ("A. B, C and D") into names, in its order; "Last, First" is turned where it is plain; years, "et al." and empty parts are no names. */
export function splitAuthors(text: string): string[] {
  const plain = text.replace(/\s+/g, " ").trim();
  const parts = cut(plain, SEPARATOR);
  const pairs = pairsOfPeople(plain) ?? pairsWithInitials(parts);
  if (pairs) return pairs.map(([last, first]) => `${first} ${last}`);
  const names: string[] = [];
  for (const part of parts.flatMap(cutAtSlashes)) {
    const name = dropTail(part);
    const before = names.at(-1);
    if (before !== undefined && SUFFIX.test(name)) names[names.length - 1] = `${before}, ${name}`;
    else if (name !== "" && !OTHERS.test(name)) names.push(name);
  }
  return names;
}

/** "Kühl, Maurer" is two people; a list is of "Last, First" only if each of several is. */
function pairsOfPeople(plain: string): string[][] | undefined {
  if (!plain.includes(",") || !/;| and | & /.test(plain)) return undefined;
  const people = cut(plain, BETWEEN_PEOPLE).filter((part) => part !== "");
  const pairs = people.map((part) => cut(part, SEPARATOR));
  return pairs.length > 1 && pairs.every((pair) => pair.length === 2 && isPair(pair, GIVEN)) ? pairs : undefined;
}

/** "Lovelace, A., Gödel, K." */
function pairsWithInitials(parts: string[]): string[][] | undefined {
  if (parts.length < 2 || parts.length % 2 > 0) return undefined;
  const pairs: string[][] = [];
  for (let i = 0; i < parts.length; i += 2) {
    const pair = parts.slice(i, i + 2);
    if (!isPair(pair, INITIALS)) return undefined;
    pairs.push(pair);
  }
  return pairs;
}

function isPair([last = "", first = ""]: string[], form: RegExp): boolean {
  return SURNAME.test(last) && form.test(first) && !SUFFIX.test(first);
}

/** Cuts at a separator, but not within brackets: "Ada Lovelace (Acme (Berlin), Inc.)" is one. */
function cut(text: string, separator: RegExp): string[] {
  let outside = text;
  for (let depth = 0; depth < MAX_DEPTH && /[([]/.test(outside); depth++)
    outside = outside.replace(/\([^()]*\)|\[[^[\]]*\]/g, (inside) => "_".repeat(inside.length));
  const parts: string[] = [];
  let begin = 0;
  for (const { 0: between, index } of outside.matchAll(separator)) {
    parts.push(text.slice(begin, index));
    begin = index + between.length;
  }
  return [...parts, text.slice(begin)];
}

/** "Ada Lovelace/Kurt Gödel" is two, "INCITS/PJ Plauger" and "US/UK" are one that nobody can tell apart. */
function cutAtSlashes(part: string): string[] {
  if (!part.includes("/")) return [part];
  const parts = cut(part, /\//g).map((name) => name.trim());
  return parts.every((name) => name.includes(" ")) ? parts : [part];
}

/** "Robert Klarer 2001" and "D. Gregor et al." stand in the index: what follows the name is not part of it. */
function dropTail(part: string): string {
  const words = part.trim().split(" ");
  for (;;) {
    if (YEAR.test(words.at(-1) ?? "")) words.pop();
    else if (/^et\.? al\.?$/i.test(words.slice(-2).join(" "))) words.splice(-2);
    else return words.join(" ");
  }
}
