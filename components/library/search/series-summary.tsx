import type { ComponentChildren } from "preact";
import { useId } from "preact/hooks";
import { translate } from "../../../lib/language/translate.ts";
import type { LibrarySeries } from "../../../lib/library/catalogue.ts";
import { dateOf, isDraft, type LibraryDocument } from "../../../lib/library/paper/document.ts";
import { formatRoute } from "../../../lib/library/route.ts";
import { TitleText } from "../../text/title-text.tsx";
import { WatchButton } from "../../watching/watch-button.tsx";
import { DraftMark } from "../paper/draft-mark.tsx";
import { paperDate } from "../paper/paper-date.ts";

interface SeriesSummaryProps {
  series: LibrarySeries;
  /** The one that is meant. */
  document: LibraryDocument;
  isUnread?: boolean;
  /** It was told, and has been read. */
  isRead?: boolean;
  tabIndex?: 0 | -1;
  /** In place of the plain id, title and authors: the same with what matched marked. */
  marked?: { id?: ComponentChildren; title?: ComponentChildren; authors?: ComponentChildren };
}

/** A paper in a list: its number, title, newest document and authors; the number leads to its page, and the paper can be watched. */
export function SeriesSummary({ series, document, isUnread, isRead, tabIndex, marked }: SeriesSummaryProps) {
  const { paper } = document;
  const name = useId();
  const date = dateOf(document);
  const title = paper.title || series.title;
  const last = series.documents.at(-1);
  const newerDraft = document === series.newest && last !== document && last && isDraft(last) ? last.paper.id : undefined;
  return (
    <article class="summary">
      <p class="summary-name">
        <a class="summary-id" href={formatRoute({ page: "paper", series: series.id })} tabIndex={tabIndex} aria-labelledby={`${name}-id ${name}-title`}>
          <span id={`${name}-id`}>{marked?.id ?? series.id}</span>
        </a>{" "}
        <span id={`${name}-title`} class="summary-title" dir="auto" title={title.length > 80 ? title : undefined}>
          {marked?.title ?? (title ? <TitleText text={title} /> : <em>{translate("no_title")}</em>)}
        </span>
      </p>
      <p class="summary-facts">
        {isUnread && <b class="unread-mark">{translate("library_unread")}</b>}
        {isRead && !isUnread && <span class="read-mark">{translate("library_read")}</span>}
        <DraftMark document={document} documents={series.documents} />
        {paper.id !== series.id && <span>{paper.id}</span>}
        {date && <time dateTime={date}>{paperDate(date)}</time>}
        {newerDraft && <span class="draft">{translate("library_newer_draft", [newerDraft])}</span>}
        {paper.audience.length > 0 && <bdi>{paper.audience.join(", ")}</bdi>}
        {paper.authors.length > 0 && <span dir="auto">{marked?.authors ?? paper.authors.join(", ")}</span>}
      </p>
      <WatchButton watch={{ kind: "paper", text: series.id }} compact tabIndex={tabIndex} />
    </article>
  );
}
