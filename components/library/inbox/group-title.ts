import type { Translate } from "../../../lib/language/translate.ts";
import type { InboxPaper } from "../../../lib/library/inbox/group-matches.ts";
import type { Grouping } from "../../../lib/library/inbox/inbox-view.ts";
import type { FilledWatchlist } from "../../../lib/store/lists/read-watchlists.ts";
import type { WatchKind } from "../../../lib/watch/watch.ts";
import { watchText } from "../../watching/watch-text.ts";

/** What a group of the inbox is called: "author Niebler", the name of a list, "LEWG", "Mailing 2026-10". A list that was removed has the name that it had. */
export function groupTitle(by: Grouping, name: string, papers: InboxPaper[], lists: FilledWatchlist[], translate: Translate): string {
  if (name === "") return translate(by === "audience" ? "mailing_no_audience" : by === "mailing" ? "inbox_no_mailing" : "inbox_no_watch");
  switch (by) {
    case "watch": {
      const [kind = "", ...words] = name.split(" ");
      // A draft that was matched is told of once more when it is out: for the paper's own sake.
      return watchText({ kind: (kind === "published" ? "paper" : kind) as WatchKind, text: words.join(" ") }, translate);
    }
    case "list": {
      const id = Number(name);
      const reasons = papers.flatMap(({ matches }) => matches.flatMap((match) => match.reasons));
      return lists.find((list) => list.id === id)?.name ?? reasons.find(({ list }) => list === id)?.listName ?? name;
    }
    case "mailing":
      return translate("mailing_title", [name]);
    default:
      return name;
  }
}
