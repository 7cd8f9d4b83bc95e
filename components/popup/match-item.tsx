import { reasonText } from "../../lib/notify/reason-text.ts";
import { paperLink } from "../../lib/papers/paper-link.ts";
import type { Match } from "../../lib/store/schema.ts";
import { translate } from "../../lib/translate.ts";
import { fullTime, relativeTime } from "../format-time.ts";
import { Icon } from "../icon.tsx";
import { CopyLink } from "./copy-link.tsx";

interface MatchItemProps {
  match: Match;
  /** With several watchlists a reason says which of them asked. */
  namesLists: boolean;
  /** Absent where it is read already. Opening the paper is reading it. */
  onRead?: (id: string) => void;
}

export function MatchItem({ match, namesLists, onRead }: MatchItemProps) {
  const { id, paper, foundAt } = match;
  const link = paperLink(paper);
  const authors = paper.authors.join(", ");
  const opened = onRead && (() => onRead(id));
  return (
    <li class="match" data-key={id}>
      <div class="match-name">
        <a class="match-id" href={link} target="_blank" rel="noreferrer noopener" onClick={opened} onAuxClick={opened}>
          {id}
        </a>
        {paper.prefix === "D" && <span class="draft">{translate("draft_label")}</span>}
        <p class="match-title" dir="auto">
          {paper.title || <em>{translate("no_title")}</em>}
        </p>
      </div>
      {authors !== "" && (
        <p class="match-authors" title={authors}>
          {authors}
        </p>
      )}
      <p class="reasons">
        {reasons(match, namesLists).map((reason) => (
          <span key={reason} class="reason">
            {reason}
          </span>
        ))}
      </p>
      <div class="match-foot">
        <time dateTime={new Date(foundAt).toISOString()} title={translate("found_at", [fullTime(foundAt)])}>
          {relativeTime(foundAt, Date.now())}
        </time>
        <CopyLink id={id} link={link} />
        {opened && (
          <button
            type="button"
            class="plain"
            data-keeps-focus
            title={translate("mark_read_of", [id])}
            aria-label={translate("mark_read_of", [id])}
            onClick={opened}
          >
            <Icon name="check" />
          </button>
        )}
      </div>
    </li>
  );
}

/** The reasons in words, each once. */
function reasons({ reasons }: Match, namesLists: boolean): string[] {
  const texts = reasons.map((reason) => {
    const text = reasonText(reason, translate);
    return namesLists ? translate("reason_of_list", [text, reason.listName]) : text;
  });
  return [...new Set(texts)];
}
