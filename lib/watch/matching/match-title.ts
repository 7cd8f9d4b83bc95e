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
    const read = readTitle(title);
    for (const sought of alternatives) {
      // Nearly every title fails here, before it is cut into words.
      if (!sought.every(({ stem }) => read.inside.includes(stem))) continue;
      const found = sought.map(({ find }) => find(wordsOf(read)));
      if (found.every((word) => word !== undefined)) return [...new Set(found)].join(" ");
    }
    return undefined;
  };
}

interface ReadTitle {
  title: string;
  /** What its words are looked for in, folded. */
  inside: string;
  hasHyphen: boolean;
  words?: TitleWord[];
}

let latest: ReadTitle = { title: "", inside: "", hasHyphen: false };

/** One title is held against every title watch, one after the other: the latest is remembered, and a lost answer is only computed again. */
function readTitle(title: string): ReadTitle {
  if (latest.title === title) return latest;
  const folded = foldText(title);
  const hasHyphen = HYPHEN.test(title);
  latest = { title, inside: hasHyphen ? `${folded} ${folded.replace(HYPHENS, "")}` : folded, hasHyphen };
  return latest;
}

function wordsOf(read: ReadTitle): TitleWord[] {
  read.words ??= [...titleWords(read.title), ...(read.hasHyphen ? joinedWords(read.title) : [])];
  return read.words;
}

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
