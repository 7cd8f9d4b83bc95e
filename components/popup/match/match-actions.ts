import type { RefObject } from "preact";
import { useMemo, useRef } from "preact/hooks";
import { translate } from "../../../lib/language/translate.ts";
import { sendMessage } from "../../../lib/messages.ts";
import { paperLink } from "../../../lib/papers/paper-link.ts";
import type { FilledWatchlist } from "../../../lib/store/lists/read-watchlists.ts";
import type { MatchView } from "../../../lib/store/matches/matches.ts";
import type { Match } from "../../../lib/watch/matching/match.ts";
import type { Watch } from "../../../lib/watch/watch.ts";
import { useAttempt } from "../../attempts.tsx";
import { formatNumber, translateCount } from "../../text/format-number.ts";
import { handOn } from "../keys/rows.ts";
import type { Undo } from "../undo/use-undo.ts";

/** What one row stands for: a paper with what is shown of it, or one revision of it. */
export interface Row {
  /** Its `data-key`. */
  key: string;
  /** What it opens and is named after. */
  lead: Match;
  /** All of them, `lead` too. */
  matches: Match[];
}

/** What a person can do with one row. */
export interface MatchActions {
  /** Opening a paper is reading it, and what it has replaced. */
  opened: (row: Row) => void;
  /** Marks all of it read; where all is, its newest unread again. */
  toggleRead: (row: Row) => void;
  toggleStar: (row: Row) => void;
  copy: (row: Row) => void;
  /** `series` is the paper's: "P2300". */
  toggleMute: (row: Row, series: string, isMuted: boolean) => void;
  /** Watches the paper in the list that asked for the match, or ends that in every list. */
  toggleWatch: (row: Row, series: string, isWatched: boolean) => void;
  /** Shows and hides the revisions of a paper. */
  toggleRevisions: (row: Row) => void;
  /** Shows and hides what it says that it is about. */
  toggleAbout: (row: Row) => void;
}

interface Surroundings {
  list: RefObject<HTMLElement | null>;
  lists: FilledWatchlist[];
  act: Undo["act"];
  /** A link is on the clipboard now. */
  copied: () => void;
  toggleRevisions: (key: string) => void;
  toggleAbout: (key: string) => void;
}

/** The same functions for as long as the view is the same. What hides a match from it offers to take that back. */
export function useMatchActions(view: MatchView, surroundings: Surroundings): MatchActions {
  const attempt = useAttempt();
  const now = useRef(surroundings);
  now.current = surroundings;
  return useMemo(() => {
    const leaves = (key: string, from: MatchView) => view === from && handOn(now.current.list.current, key);
    const markRead = ({ key, lead, matches }: Row) => {
      const unread = matches.filter(({ readAt }) => readAt === 0).map(({ id }) => id);
      if (unread.length === 0) return false;
      leaves(key, "unread");
      now.current.act(async () => {
        const ids = await sendMessage("markRead", { ids: unread });
        const text = ids.length > 1 ? translateCount("undo_all_read", ids.length) : translate("undo_read", [ids[0] ?? lead.id]);
        return ids.length > 0 ? { text, undo: () => sendMessage("markUnread", { ids }) } : undefined;
      });
      return true;
    };
    const star = (id: string, starred: boolean) => sendMessage("starMatch", { id, starred });
    return {
      opened: markRead,
      toggleRead(row) {
        if (!markRead(row)) void attempt(() => sendMessage("markUnread", { ids: [row.lead.id] }));
      },
      toggleStar({ key, lead: { id, starredAt } }) {
        const starred = starredAt === 0;
        if (view !== "starred" || starred) return void attempt(() => star(id, starred));
        leaves(key, "starred");
        now.current.act(async () => {
          await star(id, false);
          return { text: translate("undo_unstarred", [id]), undo: () => star(id, true) };
        });
      },
      copy: ({ lead }) =>
        void attempt(async () => {
          await navigator.clipboard.writeText(paperLink(lead.paper));
          now.current.copied();
        }),
      toggleMute({ key, matches }, series, isMuted) {
        if (isMuted) return void attempt(() => sendMessage("muteSeries", { series, muted: false }));
        if (matches.some(({ readAt }) => readAt === 0)) leaves(key, "unread");
        now.current.act(async () => {
          const { length } = await sendMessage("muteSeries", { series, muted: true });
          const text = length > 0 ? translate("undo_muted_read", length, [formatNumber(length), series]) : translate("undo_muted", [series]);
          return { text, undo: () => sendMessage("muteSeries", { series, muted: false }) };
        });
      },
      toggleWatch({ matches }, series, isWatched) {
        const watch: Watch = { kind: "paper", text: series };
        const { lists, act } = now.current;
        const end = () => sendMessage("endWatch", { watch });
        if (isWatched) {
          act(async () => {
            const ended = await end();
            const again = async () => {
              const restored = await Promise.all(ended.map((row) => sendMessage("restoreWatch", { row })));
              if (!restored.includes(true)) throw new Error(translate("changed_meanwhile"));
            };
            return { text: translate("undo_unwatched", [series]), undo: again };
          });
          return;
        }
        const asked = lists.find(({ id }) => matches.some(({ reasons }) => reasons.some(({ list }) => list === id))) ?? lists[0];
        act(async () => {
          await sendMessage("addWatch", { ...(asked && { list: asked.id }), watch });
          return { text: translate("watch_added", [series, asked?.name ?? translate("first_list_name")]), undo: end };
        });
      },
      toggleRevisions: ({ key }) => now.current.toggleRevisions(key),
      toggleAbout: ({ key }) => now.current.toggleAbout(key),
    };
  }, [view]);
}
