import { useMemo } from "preact/hooks";
import { type InboxPaper, idsOf } from "../../../lib/library/inbox/group-matches.ts";
import { sendMessage } from "../../../lib/messages.ts";
import type { Undo } from "../../popup/undo/use-undo.ts";
import { translateCount } from "../../text/format-number.ts";

/** What can be done with papers of the inbox; each says how it is taken back. */
export interface InboxDeeds {
  read: (papers: InboxPaper[]) => void;
  unread: (papers: InboxPaper[]) => void;
  star: (papers: InboxPaper[], starred: boolean) => void;
  putOff: (papers: InboxPaper[], later: boolean) => void;
}

export function useInboxDeeds(act: Undo["act"]): InboxDeeds {
  return useMemo(
    () => ({
      read: (papers) =>
        act(async () => {
          const ids = await sendMessage("markRead", { ids: idsOf(papers) });
          return ids.length > 0 ? { text: translateCount("undo_all_read", ids.length), undo: () => sendMessage("markUnread", { ids }) } : undefined;
        }),
      unread: (papers) =>
        act(async () => {
          const ids = idsOf(papers.map(({ series, matches }) => ({ series, matches: matches.filter(({ readAt }) => readAt > 0) as typeof matches })));
          await sendMessage("markUnread", { ids });
          return { text: translateCount("inbox_done_unread", ids.length), undo: () => sendMessage("markRead", { ids }) };
        }),
      star: (papers, starred) =>
        act(async () => {
          const ids = await sendMessage("starMatches", { ids: idsOf(papers), starred });
          const text = translateCount(starred ? "inbox_done_starred" : "inbox_done_unstarred", ids.length);
          return ids.length > 0 ? { text, undo: () => sendMessage("starMatches", { ids, starred: !starred }) } : undefined;
        }),
      putOff: (papers, later) =>
        act(async () => {
          const ids = idsOf(papers);
          const unread = await sendMessage("putOff", { ids, later });
          const undo = async () => {
            await sendMessage("putOff", { ids, later: !later });
            if (unread.length > 0) await sendMessage("markUnread", { ids: unread });
          };
          return { text: translateCount(later ? "inbox_done_later" : "inbox_done_not_later", ids.length), undo };
        }),
    }),
    [act],
  );
}
