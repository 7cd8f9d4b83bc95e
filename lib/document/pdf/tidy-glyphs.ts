const LIGATURES = /[\ufb00-\ufb06]/g;
/** Accents as letters of their own, as TeX's old fonts draw them over the next letter, and what they are as marks. */
const ACCENTS: Record<string, string> = {
  "¨": "\u0308",
  "´": "\u0301",
  "`": "\u0300",
  ˆ: "\u0302",
  "˜": "\u0303",
  ˇ: "\u030c",
  "˚": "\u030a",
  "¸": "\u0327",
  "˘": "\u0306",
  "˝": "\u030b",
  "˙": "\u0307",
};
const ACCENTED = new RegExp(`(\\p{L}?)( ?)([${Object.keys(ACCENTS).join("")}])( ?)(\\p{L}?)`, "gu");
/** Wide letters that print tucks under, so that a blank seems to stand behind them. "C library" and "A list" are two words, and so is "T with". */
const TUCKED =
  /(?<![\p{L}\p{N}])([TVWY]) (?=\p{Ll}{2})(?!(?:an|and|are|as|at|be|but|by|can|cannot|do|does|for|from|has|if|in|into|is|may|must|not|of|on|only|or|shall|should|than|that|then|to|was|when|where|which|will|with|without)(?!\p{L}))/gu;

/** The text that glyphs stand for: ligatures and accents that are drawn for themselves become letters. */
export function tidyGlyphs(text: string): string {
  return text.replace(LIGATURES, (ligature) => ligature.normalize("NFKC")).replace(ACCENTED, compose);
}

/** A piece of text without the blank that seems to stand in "V ector". Between two pieces a blank is one. */
export function joinTucked(text: string): string {
  return text.replace(TUCKED, "$1");
}

/** "K¨oppe" and "Ko¨ppe" alike: the accent goes to the letter that it touches and that can bear it, first to the one behind it. */
function compose(whole: string, before: string, blank: string, accent: string, blankBehind: string, behind: string): string {
  const mark = ACCENTS[accent] ?? "";
  // As a quotation mark it stands at the beginning or the end of a word.
  if (accent === "`" && (before === "" || behind === "" || blank + blankBehind !== "")) return whole;
  const borne = blank === "" ? withMark(before, mark) : undefined;
  if (borne && blankBehind !== "") return `${borne} ${behind}`;
  const above = withMark(behind, mark);
  // A blank before the accent of a capital is one between words: "Jean ´Etienne".
  if (above) return `${before}${/\p{Lu}/u.test(behind) ? blank : ""}${above}`;
  return borne ? `${borne}${behind}` : whole;
}

/** Undefined where there is no such letter. */
function withMark(letter: string, mark: string): string | undefined {
  const composed = (letter === "ı" ? "i" : letter === "ȷ" ? "j" : letter).concat(mark).normalize("NFC");
  return letter !== "" && [...composed].length === 1 ? composed : undefined;
}
