import { translate } from "../../../lib/language/translate.ts";
import { reasonText } from "../../../lib/notify/reason-text.ts";
import type { Match } from "../../../lib/watch/matching/match.ts";
import type { ReasonKind } from "../../../lib/watch/watch.ts";

const WEAK: readonly ReasonKind[] = ["mention", "near-frontier", "any-draft"];

interface MatchReasonsProps {
  match: Match;
  /** With several watchlists a reason says which of them asked. */
  namesLists: boolean;
}

export function MatchReasons({ match, namesLists }: MatchReasonsProps) {
  return (
    <p class="reasons">
      {reasons(match, namesLists).map(({ text, isWeak }) => (
        <span key={text} class={isWeak ? "reason weak" : "reason"} dir="auto">
          {text}
        </span>
      ))}
    </p>
  );
}

/** The reasons in words, each once. Weak is one that no watch gave, or gave only half. */
function reasons({ reasons }: Match, namesLists: boolean): { text: string; isWeak: boolean }[] {
  const texts = new Map<string, boolean>();
  for (const reason of reasons) {
    const text = reasonText(reason, translate);
    const named = namesLists && reason.listName !== "" ? translate("reason_of_list", [text, reason.listName]) : text;
    texts.set(named, WEAK.includes(reason.kind));
  }
  return [...texts].map(([text, isWeak]) => ({ text, isWeak }));
}
