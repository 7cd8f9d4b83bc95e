import type { Translate } from "../../../lib/language/translate.ts";
import { reasonText } from "../../../lib/notify/reason-text.ts";
import type { MatchFilter } from "../../../lib/store/matches/match-filter.ts";

/** A filter in words: "author Kühl", or the name of the list. */
export function filterText({ watch }: MatchFilter, listName: string, translate: Translate): string {
  return watch ? reasonText({ kind: watch.kind, watched: watch.text, found: watch.text }, translate) : listName;
}
