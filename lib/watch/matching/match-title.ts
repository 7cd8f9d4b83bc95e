import { remember } from "../../papers/text/remember.ts";
import { aliases } from "../names/aliases.ts";
import { foldText } from "../names/fold-text.ts";
import { joinedWords, type TitleWord, titleWords, type WatchedWord, watchedWords } from "../names/title-words.ts";
import { wordForms } from "../names/word-forms.ts";

const HYPHEN = /\p{Pd}/u;
const HYPHENS = /\p{Pd}+/gu;

/** Compiles watched title words: gives the title's own spelling of them where it has every one of an alternative, in any order. */
export function compileTitle(text: string): (title: string) => string | undefined {
  const alternatives = aliases(text)
    .map((words) => words.split(/\s+/).flatMap(soughtIn))
    .filter((sought) => sought.length > 0);
  return (title) => {
    const { inside, words } = readTitle(title);
    for (const sought of alternatives) {
      // Nearly every title fails here, before it is cut into words.
      if (!sought.every(({ stem }) => inside.includes(stem))) continue;
      const found = sought.map(({ find }) => find(words()));
      if (found.every((word) => word !== undefined)) return [...new Set(found)].join(" ");
    }
    return undefined;
  };
}

/** One title is held against every title watch. `inside` is what its words are looked for in, folded. */
const readTitle = remember((title: string): { inside: string; words: () => TitleWord[] } => {
  const folded = foldText(title);
  const hasHyphen = HYPHEN.test(title);
  let words: TitleWord[] | undefined;
  return {
    inside: hasHyphen ? `${folded} ${folded.replace(HYPHENS, "")}` : folded,
    words() {
      words ??= [...titleWords(title), ...(hasHyphen ? joinedWords(title) : [])];
      return words;
    },
  };
}, 8);

/** What one watched word asks for. */
interface Sought {
  /** What is in every title that has it. */
  stem: string;
  find: (words: TitleWord[]) => string | undefined;
}

/** "co-routine" is found as it stands and as one word. */
function soughtIn(chunk: string): Sought[] {
  const parts = watchedWords(chunk).map(soughtFor);
  const [joined] = HYPHEN.test(chunk) ? watchedWords(chunk.replace(HYPHENS, "")).map(soughtFor) : [];
  if (!joined || parts.length < 2) return parts;
  const whole: Sought = {
    stem: commonBeginning(parts[0]?.stem ?? "", joined.stem),
    find(words) {
      const found = parts.map(({ find }) => find(words));
      return found.every((word) => word !== undefined) ? found.join(" ") : joined.find(words);
    },
  };
  return [whole];
}

function soughtFor({ key, open, exact }: WatchedWord): Sought {
  const forms = open || exact ? [key] : wordForms(key);
  const asked = new Set(forms);
  return {
    stem: forms.reduce(commonBeginning),
    find: (words) => words.find((word) => (open ? word.key.startsWith(key) : asked.has(word.key)))?.spelling,
  };
}

function commonBeginning(one: string, other: string): string {
  let length = 0;
  while (length < one.length && one[length] === other[length]) length++;
  return one.slice(0, length);
}
