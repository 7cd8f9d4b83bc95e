import { aliases } from "../names/aliases.ts";
import { titleWords, watchedWords } from "../names/title-words.ts";
import type { Reason } from "../watch.ts";

/** True where what was found is spelled as it was watched, so that to name both would say the same twice. */
export function isAsWatched(reason: Reason): boolean {
  switch (reason.kind) {
    case "author":
      return aliases(reason.watched).some((name) => holdsWords(reason.found, name));
    case "title":
      return isSpelledAsWatched(reason);
    default:
      return true;
  }
}

/** The reason in plain English: "P2300", "author Eddie Kühl (watched: Kuhl)", "title “executor”", "audience LEWG", "rule: Eddie Kühl, “executor”", "mentions Kühl", "new draft". */
export function explainReason(reason: Reason): string {
  switch (reason.kind) {
    case "paper":
      return reason.watched;
    case "author":
      return `author ${reason.found}${isAsWatched(reason) ? "" : watchedAs(reason)}`;
    case "title":
      return `title “${reason.found}”${isAsWatched(reason) ? "" : watchedAs(reason)}`;
    case "audience":
      return `audience ${reason.found}`;
    case "rule":
      return `rule: ${reason.found}`;
    case "mention":
      return `mentions ${reason.found}`;
    case "near-frontier":
      return "near the newest numbers";
    case "any-draft":
      return "new draft";
    case "published":
      return `the draft ${reason.watched} was published`;
  }
}

function watchedAs({ watched }: Reason): string {
  return ` (watched: ${watched})`;
}

/** "Eric Niebler" holds the words of "Niebler", to the letter. */
function holdsWords(found: string, name: string): boolean {
  const words = found.split(" ");
  return name.split(" ").every((word) => words.includes(word));
}

/** Case and punctuation between the words are not worth a remark; "execut*" is. */
function isSpelledAsWatched({ watched, found }: Reason): boolean {
  const words = (keys: { key: string }[]) => [...new Set(keys.map(({ key }) => key))].join(" ");
  return aliases(watched).some((one) => words(titleWords(found)) === words(watchedWords(one)));
}
