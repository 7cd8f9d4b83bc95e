/** Written large, as in other searches; in small letters it is a word. German has its own. */
const OR = /(?<=^| )(?:OR|ODER)(?= |$)/g;
const OUTSIDE_QUOTES = /[^"]+|"[^"]*"?/g;

/** One line as it is read: blanks single, typographic quotes plain, and outside of them "OR" as the bar that it means, with blanks around it. */
export function tidyLine(text: string): string {
  return singleBlanks(
    singleBlanks(text.normalize("NFC").replace(/[“”„‟]/g, '"')).replace(OUTSIDE_QUOTES, (part) =>
      part.startsWith('"') ? part : part.replace(OR, "|").replaceAll("|", " | "),
    ),
  );
}

function singleBlanks(text: string): string {
  return text.replace(/[\s\p{Cc}]+/gu, " ").trim();
}
