import { translate } from "../../../lib/language/translate.ts";
import { paperLink } from "../../../lib/papers/paper-link.ts";
import type { SearchHit } from "../../../lib/search/search.ts";
import { Icon } from "../../icon.tsx";
import { MarkedText, marksOf } from "../../search/marked-text.tsx";
import { translateCount } from "../../text/format-number.ts";
import { TitleText } from "../../text/title-text.tsx";
import { WatchButton } from "../../watching/watch-button.tsx";
import { libraryAddress } from "./library-address.ts";

/** A paper that was found, with what fits marked: the way to its newest document, and beside it that to its page in the library. */
export function SearchHitItem({ hit: { series, paper, revisions, marks } }: { hit: SearchHit }) {
  return (
    <li class="hit" data-key={series}>
      <div class="match-name">
        <a class="match-id" data-control="open" href={paperLink(paper)} target="_blank" rel="noreferrer noopener">
          <MarkedText text={paper.id} marks={marksOf(marks, "id")} />
        </a>
        <span class="hit-revisions">{translateCount("revision_count", revisions)}</span>
        <p class="match-title" dir="auto">
          {paper.title === "" ? <em>{translate("no_title")}</em> : <TitleText text={paper.title} marks={marksOf(marks, "title")} />}
        </p>
      </div>
      <div class="hit-buttons">
        <WatchButton watch={{ kind: "paper", text: series }} compact />
        <a class="icon-link" data-control="details" href={libraryAddress(series)} target="_blank" rel="noreferrer noopener">
          <Icon name="details" />
          <span class="tip">{translate("details_of", [series])}</span>
        </a>
      </div>
      {paper.authors.length > 0 && (
        <p class="match-authors" dir="auto">
          {paper.authors.map((author, place) => (
            <span key={author}>
              {place > 0 && ", "}
              <MarkedText text={author} marks={marksOf(marks, "author", place)} />
            </span>
          ))}
        </p>
      )}
    </li>
  );
}
