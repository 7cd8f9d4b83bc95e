import { foldText } from "../../watch/names/fold-text.ts";
import { withoutNumber } from "../folding/fold-title.ts";
import { revisionIn } from "./revision-in.ts";

/** Whatever stands below them, these are lists of changes. */
const NAMES = new Set(
  (
    "revision history, revisions history, history of revisions, revision log, revision notes, revision changes, document history, document revision history, paper history, proposal history, version history, " +
    "history of versions, change history, changes history, history of changes, changelog, change log, changes log, log of changes, list of changes, what is new, whats new, what changed, " +
    "what has changed, changes in this revision, changes in this version, changes in this paper, changes and revision history, revision history and changes, revisions and changes"
  ).split(", "),
);
/** These only where what stands below them names revisions. */
const WEAK_NAMES = new Set(["history", "revisions", "revision", "changes", "updates", "versions", "release notes", "differences"]);
const REVISION = String.raw`(?:\[?(?:[pdn]\d{3,5} ?)?r\d{1,3}\b|\[?[pdn]\d{3,5}r\d|revisions?\b|versions?\b|rev\b|drafts?\b|last\b|previous|prior|earlier|initial|first\b|original paper|mailing|meeting)`;
/** "Changes since R1", "Differences from the previous revision", "R2 changes", "Updates R3 → R4"; not "Changes relative to the working draft". */
const CHANGES = `(?:summary of |list of |major |main |significant |notable |other |key )?(?:changes|updates|differences|modifications|revisions|edits|what (?:is|has|s) (?:new|changed))(?: made)?`;
const SINCE = new RegExp(`^${CHANGES} (?:since|after) (?!c\\+\\+|the (?:standard|working)|standard)`);
const OF_REVISION = new RegExp(
  `^${CHANGES}(?:,? (?:from|in|between|relative to|compared to|compared with|with respect to|to|of|for|over|against|introduced in|in the))? (?:the |this |our |its )?${REVISION}`,
);
const BY_REVISION =
  /^(?:the )?(?:[pd]\d{3,5} ?)?(?:r\d{1,3}|rev(?:ision)?\.? \d{1,3})(?: (?:changes|updates|revisions|revision history))?(?:$| ?[:([–—-]| ?(?:->|=>|→|➡|⇒|to) )/;

/** How surely a section of such a title lists what the authors changed. */
export function changelogTitle(title: string, ownNumber?: string): "named" | "maybe" | undefined {
  const folded = foldText(withoutNumber(title)).replace(/\s+/g, " ").replace(/[:.]$/, "").trim();
  const name = folded
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .replace(/^appendix (?:[a-z] )?/, "")
    .trim();
  if (NAMES.has(name)) return "named";
  if (WEAK_NAMES.has(name)) return "maybe";
  // What another paper had is no revision of this one.
  if (ownNumber !== undefined && Array.from(folded.matchAll(/(?<![a-z0-9])[pd](\d{3,5})(?!\d)/g)).some(([, number]) => number?.padStart(4, "0") !== ownNumber))
    return undefined;
  if (SINCE.test(folded) || OF_REVISION.test(folded)) return "named";
  return BY_REVISION.test(folded) && revisionIn(folded) !== undefined ? "maybe" : undefined;
}
