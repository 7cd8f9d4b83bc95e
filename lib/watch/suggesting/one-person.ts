import { aliases } from "../names/aliases.ts";
import { namesAgree, surnamesAgree } from "../names/names-agree.ts";
import { readName } from "../names/read-name.ts";
import type { Watch } from "../watch.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** The one person whom "Lovelace, Ada" may name; plain where the index has somebody of that whole name. */
export interface OnePerson {
  watch: Watch;
  isPlain: boolean;
}

/** Whom a lone "Last, First" may name, which else is read as two surnames; undefined for another text, and where the index knows both as surnames and nobody of the whole name. */
export function onePerson(watch: Watch, typed: string, { authors }: Pick<Vocabulary, "authors">): OnePerson | undefined {
  const [family, given, another] = watch.kind === "author" && /^[^,;|]+,[^,;|]+$/.test(typed) ? aliases(watch.text) : [];
  if (!family || !given || another !== undefined || isWhole(family) || isWhole(given)) return undefined;
  const name = `${given} ${family}`;
  const isPlain = authors.some(({ text }) => isWhole(text) && namesAgree(name, text));
  if (!isPlain && [family, given].every((surname) => authors.some(({ text }) => surnamesAgree(surname, text)))) return undefined;
  return { watch: { kind: "author", text: name }, isPlain };
}

/** Of several words, none of them an initial: "M. Kühl" does not show that "Kühl, Maurer" is one person. */
function isWhole(name: string): boolean {
  const words = readName(name)?.words ?? [];
  return words.length > 1 && words.every(({ keys }) => keys.length > 0);
}
