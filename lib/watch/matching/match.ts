import type { Paper } from "../../papers/paper.ts";
import type { DraftFacts, PaperEvent, PublishedFrom } from "../../papers/paper-event.ts";
import type { Reason } from "../watch.ts";

/** Why a paper is here: the reason, and the list that asked, 0 and "" where none did. The list's name is kept as it was then. */
export interface MatchReason extends Reason {
  list: number;
  listName: string;
}

/**
 * A paper that a watch asked for. The key is the paper's id, so a paper is told once whatever happens to its entry.
 * Times are epoch milliseconds, 0 where it has not happened, so that they can be indexed.
 */
export interface Match {
  id: string;
  paper: Paper;
  kind: PaperEvent["kind"];
  reasons: MatchReason[];
  foundAt: number;
  /** When it was told: shown in a notification, or counted on the badge where no notification is wanted. */
  notifiedAt: number;
  /** The notification that tells of it, named before it is shown; "" until then. */
  notification: string;
  readAt: number;
  starredAt: number;
  /** When the person put it off for later, which takes it out of what is unread; absent where they did not. */
  laterAt?: number;
  /** Present on a draft. */
  draft?: MatchedDraft;
  /** The draft that this paper was. */
  from?: PublishedFrom;
  /** No notification before this time: its first page is still to be read. */
  heldUntil?: number;
}

interface MatchedDraft extends DraftFacts {
  /** It is no longer there. */
  gone?: true;
}
