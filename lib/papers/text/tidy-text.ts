import { plainText } from "./plain-text.ts";

/** Text without markup and entities as plainText makes it: blanks of every width single, invisible characters out, NFC. */
export function tidyText(text: string): string {
  const spaced = text.replace(/\s+/g, " ");
  return plainText(spaced.includes("&") ? spaced.replaceAll("&", "&amp;") : spaced);
}
