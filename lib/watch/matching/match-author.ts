import { namesAgree } from "../names/names-agree.ts";
import { remember } from "../names/remember.ts";

/** The spellings of an author watch: "Sy Brand | Simon Brand" has two. */
export function aliases(text: string): string[] {
  return text
    .split("|")
    .map((name) => name.trim())
    .filter((name) => name !== "");
}

/** Compiles an author watch into a test of one author's name. */
export function compileAuthor(text: string): (name: string) => boolean {
  const watched = aliases(text);
  return remember((name) => watched.some((alias) => namesAgree(alias, name)));
}
