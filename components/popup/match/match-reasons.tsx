import { translate } from "../../../lib/language/translate.ts";
import { reasonText } from "../../../lib/notify/reason-text.ts";
import type { Match } from "../../../lib/watch/matching/match.ts";
import type { ReasonKind } from "../../../lib/watch/watch.ts";

const WEAK: readonly ReasonKind[] = ["mention", "near-frontier", "any-draft"];

interface MatchReasonsProps {
  /** For who is named by them. */
  id: string;
  matches: Match[];
  /** With several watchlists a reason says which of them asked. */
  namesLists: boolean;
}

export function MatchReasons({ id, matches, namesLists }: MatchReasonsProps) {
  return (
    <span id={id} class="reasons">
      {reasons(matches, namesLists).map(({ text, isWeak }) => (
        <em key={text} class={isWeak ? "reason weak" : "reason"} dir="auto">
          {text}
        </em>
      ))}
    </span>
  );
}

/** The reasons in words, each once. Weak is one that no watch gave, or gave only half. */
function reasons(matches: Match[], namesLists: boolean): { text: string; isWeak: boolean }[] {
  const texts = new Map<string, boolean>();
  for (const reason of matches.flatMap(({ reasons }) => reasons)) {
    const text = reasonText(reason, translate);
    const named = namesLists && reason.listName !== "" ? translate("reason_of_list", [text, reason.listName]) : text;
    texts.set(named, WEAK.includes(reason.kind));
  }
  return [...texts].map(([text, isWeak]) => ({ text, isWeak }));
}
