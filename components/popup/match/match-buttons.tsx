import { translate } from "../../../lib/language/translate.ts";
import { paperLink } from "../../../lib/papers/paper-link.ts";
import { seriesOf } from "../../../lib/papers/series.ts";
import type { Match } from "../../../lib/watch/matching/match.ts";
import { Icon } from "../../icon.tsx";
import { libraryAddress } from "../search/library-address.ts";
import { CopyLink } from "./copy-link.tsx";
import type { MatchActions } from "./match-actions.ts";
import { RowButton } from "./row-button.tsx";

interface MatchButtonsProps {
  match: Match;
  isMuted: boolean;
  isWatched: boolean;
  actions: MatchActions;
  tabIndex: number;
}

/** What can be done with a match. An entry that belongs to no paper series has no page of its own and can be neither watched nor muted. */
export function MatchButtons({ match, isMuted, isWatched, actions, tabIndex }: MatchButtonsProps) {
  const { id, paper, readAt, starredAt } = match;
  const series = seriesOf(paper);
  const isUnread = readAt === 0;
  return (
    <div class="match-buttons">
      {series !== undefined && (
        <a
          class="match-details"
          data-control="details"
          tabIndex={tabIndex}
          href={libraryAddress(series)}
          target="_blank"
          rel="noreferrer noopener"
          title={translate("details_of", [series])}
          aria-label={translate("details_of", [series])}
        >
          <Icon name="details" />
        </a>
      )}
      <CopyLink id={id} link={paperLink(paper)} tabIndex={tabIndex} />
      {series !== undefined && (
        <RowButton
          control="watch"
          icon={isWatched ? "watching" : "watch"}
          label={translate("watch_this", [series])}
          pressed={isWatched}
          tabIndex={tabIndex}
          onClick={() => actions.toggleWatch(match, series, isWatched)}
        />
      )}
      {series !== undefined && (
        <RowButton
          control="mute"
          icon="mute"
          label={translate("mute_of", [series])}
          title={translate(isMuted ? "unmute_of" : "mute_help", [series])}
          pressed={isMuted}
          tabIndex={tabIndex}
          onClick={() => actions.toggleMute(match, series, isMuted)}
        />
      )}
      <RowButton
        control="star"
        icon="star"
        label={translate("star_of", [id])}
        pressed={starredAt > 0}
        tabIndex={tabIndex}
        onClick={() => actions.toggleStar(match)}
      />
      <RowButton
        control="read"
        icon={isUnread ? "check" : "unread"}
        label={translate(isUnread ? "mark_read_of" : "mark_unread_of", [id])}
        tabIndex={tabIndex}
        onClick={() => actions.toggleRead(match)}
      />
    </div>
  );
}
