import { useRef } from "preact/hooks";
import { sendMessage } from "../../lib/messages.ts";
import type { FilledWatchlist } from "../../lib/store/read-watchlists.ts";
import type { Match } from "../../lib/store/schema.ts";
import { translate } from "../../lib/translate.ts";
import { useAttempt } from "../attempts.tsx";
import { translateCount } from "../format-number.ts";
import { Icon } from "../icon.tsx";
import { useKeptFocus } from "../use-kept-focus.ts";
import { EmptyInbox } from "./empty-inbox.tsx";
import { MatchItem } from "./match-item.tsx";

interface UnreadSectionProps {
  matches: Match[];
  lists: FilledWatchlist[];
  /** Undefined before the first check. */
  papers: number | undefined;
  someRead: boolean;
}

/** The matches that wait for the person, newest first; where there is none, why. */
export function UnreadSection({ matches, lists, papers, someRead }: UnreadSectionProps) {
  const attempt = useAttempt();
  const section = useRef<HTMLElement>(null);
  const { list, leaving } = useKeptFocus<HTMLUListElement>(
    matches.map(({ id }) => id),
    () => section.current,
  );

  const markRead = (id: string) => {
    leaving(id);
    void attempt(() => sendMessage("markRead", { ids: [id] }));
  };
  const markAllRead = ([newest]: Match[]) => {
    if (!newest) return;
    leaving(newest.id);
    void attempt(() => sendMessage("markAllRead", { foundUpTo: newest.foundAt }));
  };

  return (
    <section ref={section} tabIndex={-1} class="unread" aria-label={translate("unread_section")}>
      {matches.length === 0 ? (
        <EmptyInbox watches={lists.reduce((sum, { watches }) => sum + watches.length, 0)} papers={papers} someRead={someRead} />
      ) : (
        <>
          <div class="bar">
            <h2>{translateCount("unread_count", matches.length)}</h2>
            <button type="button" class="plain" onClick={() => markAllRead(matches)}>
              <Icon name="check" />
              {translate("mark_all_read")}
            </button>
          </div>
          <ul ref={list} class="matches" aria-label={translate("matches")}>
            {matches.map((match) => (
              <MatchItem key={match.id} match={match} namesLists={lists.length > 1} onRead={markRead} />
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
