/** What NFKD leaves whole; the final sigma is here because lower case chooses it by its neighbours. */
const LEFT_BY_NFKD: Record<string, string> = {
  ł: "l",
  ø: "o",
  đ: "d",
  ð: "d",
  þ: "th",
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ı: "i",
  ς: "σ",
};
const LETTERS = new RegExp(`[${Object.keys(LEFT_BY_NFKD).join("")}]`, "g");
const ACCENT_AS_APOSTROPHE = /´/g;
const IGNORED = /[\p{M}\p{Cf}'`’‘‛′ʼʹʻ]/gu;

/** The key by which spellings are compared: no accents, no case, no apostrophes; letters, digits and blanks stay apart. */
export function foldText(text: string): string {
  // Nine in ten names and titles: nothing to decompose.
  if (/^[\0-\x7f]*$/.test(text)) return text.toLowerCase().replace(/['`]/g, "");
  return text
    .replace(ACCENT_AS_APOSTROPHE, "") // NFKD would make it a blank and cut the word
    .normalize("NFKD")
    .replace(IGNORED, "")
    .toLowerCase()
    .replace(LETTERS, (letter) => LEFT_BY_NFKD[letter] ?? letter);
}
