import { remember } from "../../papers/text/remember.ts";
import { aliases } from "../names/aliases.ts";
import { namesAgree } from "../names/names-agree.ts";

/** Compiles an author watch into a test of one author's name. */
export function compileAuthor(text: string): (name: string) => boolean {
  const watched = aliases(text);
  return remember((name) => watched.some((alias) => namesAgree(alias, name)));
}
