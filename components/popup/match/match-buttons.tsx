import { translate } from "../../../lib/language/translate.ts";
import { seriesOf } from "../../../lib/papers/series.ts";
import { libraryAddress } from "../search/library-address.ts";
import type { MatchActions, Row } from "./match-actions.ts";
import { RowButton } from "./row-button.tsx";

interface MatchButtonsProps {
  row: Row;
  isMuted: boolean;
  isWatched: boolean;
  /** What shows and hides what the paper says of itself; absent where that is not known. */
  about: { isShown: boolean; toggle: () => void } | undefined;
  actions: MatchActions;
  tabIndex: number;
}

/** What can be done with a row. An entry that belongs to no paper series has no page of its own and can be neither watched nor muted. */
export function MatchButtons({ row, isMuted, isWatched, about, actions, tabIndex }: MatchButtonsProps) {
  const { lead, matches, key } = row;
  const series = seriesOf(lead.paper);
  const isUnread = matches.some(({ readAt }) => readAt === 0);
  return (
    <div class="match-buttons">
      <RowButton
        control="copy"
        text={translate("do_copy")}
        label={translate("copy_link_of", [lead.id])}
        tabIndex={tabIndex}
        onClick={() => actions.copy(row)}
      />
      {about && (
        <RowButton
          control="about"
          text={translate("series_abstract")}
          label={translate("abstract_of", [lead.id])}
          expanded={about.isShown}
          tabIndex={tabIndex}
          onClick={about.toggle}
        />
      )}
      {series !== undefined && (
        <>
          <a
            class="row-button"
            data-control="details"
            tabIndex={tabIndex}
            href={libraryAddress(series)}
            target="_blank"
            rel="noreferrer noopener"
            aria-label={translate("details_of", [series])}
          >
            {translate("library")}
          </a>
          <RowButton
            control="watch"
            text={translate("do_watch")}
            label={translate("watch_this", [series])}
            pressed={isWatched}
            tabIndex={tabIndex}
            onClick={() => actions.toggleWatch(row, series, isWatched)}
          />
          <RowButton
            control="mute"
            text={translate("do_mute")}
            label={translate("mute_of", [series])}
            title={translate(isMuted ? "unmute_of" : "mute_help", [series])}
            pressed={isMuted}
            tabIndex={tabIndex}
            onClick={() => actions.toggleMute(row, series, isMuted)}
          />
        </>
      )}
      <RowButton
        control="star"
        text={translate("do_star")}
        label={translate("star_of", [lead.id])}
        pressed={lead.starredAt > 0}
        tabIndex={tabIndex}
        onClick={() => actions.toggleStar(row)}
      />
      <RowButton
        control="read"
        text={translate(isUnread ? "do_read" : "do_unread")}
        label={translate(isUnread ? "mark_read_of" : "mark_unread_of", [isUnread && matches.length > 1 ? key : lead.id])}
        tabIndex={tabIndex}
        onClick={() => actions.toggleRead(row)}
      />
    </div>
  );
}
