import { foldText } from "../names/fold-text.ts";
import { titleWords, watchedWords } from "../names/title-words.ts";

/** Compiles watched title words: gives the title's own spelling of them where it has every one, in any order. */
export function compileTitle(text: string): (title: string) => string | undefined {
  const watched = watchedWords(text);
  return (title) => {
    // Nearly every title fails here, before it is cut into words.
    const folded = foldText(title);
    if (watched.length === 0 || !watched.every(({ key }) => folded.includes(key))) return undefined;
    const words = titleWords(title);
    const found = watched.map(({ key, open }) => words.find((word) => (open ? word.key.startsWith(key) : word.key === key)));
    if (!found.every((word) => word !== undefined)) return undefined;
    return [...new Set(found.map((word) => word.spelling))].join(" ");
  };
}
