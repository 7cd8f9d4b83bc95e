import { useMemo } from "preact/hooks";
import { translate } from "../../../lib/language/translate.ts";
import { paperLink } from "../../../lib/papers/paper-link.ts";
import type { Match } from "../../../lib/watch/matching/match.ts";
import { clockTime, fullTime } from "../../text/format-time.ts";
import { draftMarks, untitledText } from "./draft-text.ts";
import type { MatchActions } from "./match-actions.ts";
import { MatchButtons } from "./match-buttons.tsx";
import { MatchReasons } from "./match-reasons.tsx";
import { unreadableText } from "./unreadable-text.ts";
import { WasDraft } from "./was-draft.tsx";
import { whenOpened } from "./when-opened.ts";

interface MatchItemProps {
  match: Match;
  /** Whether it is the row of the list that Tab reaches. */
  isCurrent: boolean;
  isMuted: boolean;
  /** Its paper is watched by the number. */
  isWatched: boolean;
  /** With several watchlists a reason says which of them asked. */
  namesLists: boolean;
  actions: MatchActions;
}

/** Drawn again only where something of it has changed: there may be a thousand. */
export function MatchItem({ match, isCurrent, isMuted, isWatched, namesLists, actions }: MatchItemProps) {
  return useMemo(() => drawn({ match, isCurrent, isMuted, isWatched, namesLists, actions }), [match, isCurrent, isMuted, isWatched, namesLists, actions]);
}

function drawn({ match, isCurrent, isMuted, isWatched, namesLists, actions }: MatchItemProps) {
  const { id, paper, foundAt, draft, from, readAt } = match;
  const tabIndex = isCurrent ? 0 : -1;
  const authors = paper.authors.join(", ");
  const opened = () => actions.opened(match);
  return (
    <li class={readAt > 0 ? "match was-read" : "match"} data-key={id}>
      <div class="match-name">
        <a class="match-id" data-control="open" tabIndex={tabIndex} href={paperLink(paper)} target="_blank" rel="noreferrer noopener" {...whenOpened(opened)}>
          {id}
        </a>
        {draftMarks(match, Date.now(), translate).map((mark) => (
          <span key={mark} class="draft">
            {mark}
          </span>
        ))}
        {isMuted && <span class="muted">{translate("muted_mark")}</span>}
        <time dateTime={new Date(foundAt).toISOString()} title={translate("found_at", [fullTime(foundAt)])}>
          {clockTime(foundAt, foundAt)}
        </time>
        <p class="match-title" dir="auto">
          {paper.title || <em>{untitledText(match, translate)}</em>}
        </p>
      </div>
      {authors !== "" && (
        <p class="match-authors" dir="auto" title={authors}>
          {authors}
        </p>
      )}
      {draft?.unreadable !== undefined && <p class="match-note">{unreadableText(draft.unreadable, translate)}</p>}
      {from && <WasDraft from={from} onOpen={opened} tabIndex={tabIndex} />}
      <div class="match-foot">
        <MatchReasons match={match} namesLists={namesLists} />
        <MatchButtons match={match} isMuted={isMuted} isWatched={isWatched} actions={actions} tabIndex={tabIndex} />
      </div>
    </li>
  );
}
