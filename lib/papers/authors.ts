const SEPARATOR = / ?[,;] ?(?:(?:and|&) )?| (?:and|&|\/) /;
const SUFFIX = /^(?:jr|sr|ii|iii|iv)\.?$/i;
const YEAR = /^(?:19|20)[0-9]{2}$/;

/** Splits the author string of the index ("A. B, C and D") into names, in its order; years, "et al." and empty parts are no names. */
export function splitAuthors(text: string): string[] {
  const names: string[] = [];
  for (const part of text.replace(/\s+/g, " ").trim().split(SEPARATOR)) {
    const name = dropTail(part);
    const before = names.at(-1);
    if (before !== undefined && SUFFIX.test(name)) names[names.length - 1] = `${before}, ${name}`;
    else if (name !== "") names.push(name);
  }
  return names;
}

/** "Robert Klarer 2001" and "D. Gregor et al." stand in the index: what follows the name is not part of it. */
function dropTail(part: string): string {
  const words = part.trim().split(" ");
  for (;;) {
    if (YEAR.test(words.at(-1) ?? "")) words.pop();
    else if (/^et al\.?$/i.test(words.slice(-2).join(" "))) words.splice(-2);
    else return words.join(" ");
  }
}
