import { decodeXMLStrict } from "entities";
import { namedCharacter } from "./named-characters.ts";

// Controls, soft hyphens and bidirectional overrides: the first two occur in real titles, the last could disguise one.
const INVISIBLE = /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g;

/** Text from the index made plain: entities decoded once, NFC, invisible characters out, blanks single. Never markup. */
export function plainText(text: string): string {
  // Nearly every entry is plain already; the test costs a tenth of the work.
  if (/^[\x21-\x25\x27-\x7e](?: ?[\x21-\x25\x27-\x7e])*$/.test(text)) return text;
  return tidyText(decodeOnce(text));
}

/** Text of a line that nobody can disguise: NFC, invisible characters and halves of characters out, blanks single. References stay as they are. */
export function tidyText(text: string): string {
  return text
    .replace(/[\t\n\r\u00a0\u2028\u2029]/g, " ")
    .replace(INVISIBLE, "")
    .replace(/ {2,}/g, " ")
    .trim()
    .toWellFormed()
    .normalize("NFC");
}

/** Names first: what they become holds no further reference, and those of XML could make one. */
function decodeOnce(text: string): string {
  return decodeXMLStrict(text.replace(/&([a-zA-Z]+[0-9]*);/g, (reference, name: string) => namedCharacter(name) ?? reference));
}
