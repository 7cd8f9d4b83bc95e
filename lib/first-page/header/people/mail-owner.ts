import { foldText } from "../../../watch/names/fold-text.ts";
import { readToken } from "../../../watch/names/name-token.ts";

/** Whether the part before the @ goes with the name: one of its words in any spelling, its initials, or all of it. */
export function namesOwner(mail: string, name: string): boolean {
  const box = lettersOf(mail.slice(0, mail.indexOf("@")));
  if (box.length < 2) return false;
  const words = name.split(/[\s-]+/).filter((word) => /\p{L}/u.test(word));
  const letters = words.map(lettersOf);
  return (
    words.some((word) => readToken(word)?.keys.some((key) => lettersOf(key) === box || (lettersOf(key).length >= 3 && box.includes(lettersOf(key))))) ||
    [letters.map((word) => word.slice(0, 1)).join(""), letters.join(""), letters.toReversed().join("")].includes(box)
  );
}

/** "Red Hat" of ada@redhat.com, "Acme RocketWorks" of ada@acme.example. */
export function namesHost(mail: string, name: string): boolean {
  const [all, first] = [lettersOf(name), lettersOf(name.split(" ", 1)[0] ?? "")];
  return mail
    .slice(mail.indexOf("@") + 1)
    .split(".")
    .some((label) => label.length >= 3 && [all, first].includes(lettersOf(label)));
}

function lettersOf(text: string): string {
  return foldText(text).replace(/[^\p{L}]+/gu, "");
}
