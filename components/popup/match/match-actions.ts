import type { RefObject } from "preact";
import { useMemo, useRef } from "preact/hooks";
import { translate } from "../../../lib/language/translate.ts";
import { sendMessage } from "../../../lib/messages.ts";
import type { FilledWatchlist } from "../../../lib/store/lists/read-watchlists.ts";
import type { MatchView } from "../../../lib/store/matches/matches.ts";
import type { Match } from "../../../lib/watch/matching/match.ts";
import type { Watch } from "../../../lib/watch/watch.ts";
import { useAttempt } from "../../attempts.tsx";
import { formatNumber } from "../../text/format-number.ts";
import { handOn } from "../keys/rows.ts";
import type { Undo } from "../undo/use-undo.ts";

/** What a person can do with one match. */
export interface MatchActions {
  /** Opening a paper is reading it. */
  opened: (match: Match) => void;
  toggleRead: (match: Match) => void;
  toggleStar: (match: Match) => void;
  /** `series` is the paper's: "P2300". */
  toggleMute: (match: Match, series: string, isMuted: boolean) => void;
  /** Watches the match's paper in the list that asked for the match, or ends that in every list. */
  toggleWatch: (match: Match, series: string, isWatched: boolean) => void;
}

interface Surroundings {
  list: RefObject<HTMLElement | null>;
  lists: FilledWatchlist[];
  act: Undo["act"];
}

/** The same functions for as long as the view is the same. What hides a match from it offers to take that back. */
export function useMatchActions(view: MatchView, surroundings: Surroundings): MatchActions {
  const attempt = useAttempt();
  const now = useRef(surroundings);
  now.current = surroundings;
  return useMemo(() => {
    const leaves = (id: string, from: MatchView) => view === from && handOn(now.current.list.current, id);
    const markRead = ({ id }: Match) => {
      leaves(id, "unread");
      now.current.act(async () => {
        const ids = await sendMessage("markRead", { ids: [id] });
        return ids.length > 0 ? { text: translate("undo_read", [id]), undo: () => sendMessage("markUnread", { ids }) } : undefined;
      });
    };
    const star = (id: string, starred: boolean) => sendMessage("starMatch", { id, starred });
    return {
      opened: (match) => match.readAt === 0 && markRead(match),
      toggleRead(match) {
        if (match.readAt === 0) markRead(match);
        else void attempt(() => sendMessage("markUnread", { ids: [match.id] }));
      },
      toggleStar({ id, starredAt }) {
        const starred = starredAt === 0;
        if (view !== "starred" || starred) return void attempt(() => star(id, starred));
        leaves(id, "starred");
        now.current.act(async () => {
          await star(id, false);
          return { text: translate("undo_unstarred", [id]), undo: () => star(id, true) };
        });
      },
      toggleMute({ id, readAt }, series, isMuted) {
        if (isMuted) return void attempt(() => sendMessage("muteSeries", { series, muted: false }));
        if (readAt === 0) leaves(id, "unread");
        now.current.act(async () => {
          const { length } = await sendMessage("muteSeries", { series, muted: true });
          const text = length > 0 ? translate("undo_muted_read", length, [formatNumber(length), series]) : translate("undo_muted", [series]);
          return { text, undo: () => sendMessage("muteSeries", { series, muted: false }) };
        });
      },
      toggleWatch({ reasons }, series, isWatched) {
        const watch: Watch = { kind: "paper", text: series };
        const { lists, act } = now.current;
        const end = () => sendMessage("endWatch", { watch });
        if (isWatched) {
          act(async () => {
            const ended = await end();
            const again = () => Promise.all(ended.map((list) => sendMessage("addWatch", { list, watch })));
            return { text: translate("undo_unwatched", [series]), undo: again };
          });
          return;
        }
        const asked = lists.find(({ id }) => reasons.some(({ list }) => list === id)) ?? lists[0];
        act(async () => {
          await sendMessage("addWatch", { ...(asked && { list: asked.id }), watch });
          return { text: translate("watch_added", [series, asked?.name ?? translate("first_list_name")]), undo: end };
        });
      },
    };
  }, [view]);
}
