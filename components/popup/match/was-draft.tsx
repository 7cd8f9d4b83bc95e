import { translate } from "../../../lib/language/translate.ts";
import { safeLink } from "../../../lib/papers/text/safe-link.ts";
import type { Match } from "../../../lib/watch/matching/match.ts";
import { wasDraftText } from "./draft-text.ts";
import { whenOpened } from "./when-opened.ts";

interface WasDraftProps {
  from: NonNullable<Match["from"]>;
  /** Opening the draft is reading the match. */
  onOpen: () => void;
  tabIndex: number;
}

/** The draft that a published paper was, with the way to its file. */
export function WasDraft({ from, onOpen, tabIndex }: WasDraftProps) {
  const link = safeLink(from.link);
  const [before, after] = wasDraftText(from, translate).split(from.id);
  return (
    <p class="match-note">
      {before}
      {link ? (
        <a data-control="draft" tabIndex={tabIndex} href={link} target="_blank" rel="noreferrer noopener" {...whenOpened(onOpen)}>
          {from.id}
        </a>
      ) : (
        from.id
      )}
      {after}
    </p>
  );
}
