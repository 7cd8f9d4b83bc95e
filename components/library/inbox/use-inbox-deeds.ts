import { useMemo } from "preact/hooks";
import { type InboxPaper, idsOf } from "../../../lib/library/inbox/group-matches.ts";
import { sendMessage } from "../../../lib/messages.ts";
import type { ReadMarks } from "../../../lib/store/matches/matches.ts";
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
          const marks = await sendMessage("markUnread", { ids: idsOf(papers) });
          return undoing(marks, "inbox_done_unread");
        }),
      star: (papers, starred) =>
        act(async () => {
          const ids = await sendMessage("starMatches", { ids: idsOf(papers), starred });
          const text = translateCount(starred ? "inbox_done_starred" : "inbox_done_unstarred", ids.length);
          return ids.length > 0 ? { text, undo: () => sendMessage("starMatches", { ids, starred: !starred }) } : undefined;
        }),
      putOff: (papers, later) =>
        act(async () => {
          const marks = await sendMessage("putOff", { ids: idsOf(papers), later });
          return undoing(marks, later ? "inbox_done_later" : "inbox_done_not_later");
        }),
    }),
    [act],
  );
}

function undoing(marks: ReadMarks[], text: "inbox_done_unread" | "inbox_done_later" | "inbox_done_not_later") {
  return marks.length > 0 ? { text: translateCount(text, marks.length), undo: () => sendMessage("restoreMarks", { marks }) } : undefined;
}
