import { useMemo } from "preact/hooks";
import { translate } from "../../../lib/language/translate.ts";
import { changesBetween } from "../../../lib/library/paper/changes.ts";
import { dateOf, isDraft, type LibraryDocument, mailingOf } from "../../../lib/library/paper/document.ts";
import { publishedBefore } from "../../../lib/library/paper/published-before.ts";
import { formatRoute } from "../../../lib/library/route.ts";
import type { ListedPaper } from "../../../lib/papers/listing.ts";
import { To } from "../links.tsx";
import { ShownPart } from "../shown-part.tsx";
import { changeText } from "./change-text.ts";
import { paperDate } from "./paper-date.ts";
import { sourceText } from "./source-text.ts";

const SHOWN = 60;

/** The documents of a paper, newest first, each with what changed since the published one before. */
export function DocumentsTable({ documents, current }: { documents: LibraryDocument[]; current: string }) {
  const rows = useMemo(() => documents.map((document, place) => ({ document, before: publishedBefore(documents, place) })).reverse(), [documents]);
  const columns = ["document", "date", "mailing", "audience", "authors", "title", "source"] as const;
  return (
    <ShownPart items={rows} first={SHOWN} label={translate("series_documents")}>
      {(rows) => (
        <table class="documents">
          <caption class="visually-hidden">{translate("series_documents")}</caption>
          <thead>
            <tr>
              {columns.map((column) => (
                <th key={column} scope="col">
                  {translate(`column_${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ document, before }) => (
              <Row key={document.paper.id} document={document} before={before} isCurrent={document.paper.id === current} />
            ))}
          </tbody>
        </table>
      )}
    </ShownPart>
  );
}

function Row({ document, before, isCurrent }: { document: LibraryDocument; before: LibraryDocument | undefined; isCurrent: boolean }) {
  const { paper } = document;
  const date = dateOf(document);
  const mailing = mailingOf(document);
  return (
    <tr class={isCurrent ? "current" : ""}>
      <th scope="row">
        <a href={formatRoute({ page: "paper", series: paper.id })} aria-current={isCurrent ? "true" : undefined}>
          {paper.id}
        </a>{" "}
        {isDraft(document) && <span class="draft">{translate("draft_label")}</span>}
      </th>
      <td data-label={translate("column_date")}>{date && <time dateTime={date}>{paperDate(date)}</time>}</td>
      <td data-label={translate("column_mailing")}>
        {mailing && (
          <>
            <To route={{ page: "mailing", mailing: mailing.id }}>{mailing.id}</To>
            {mailing.byDate && <span class="help"> {translate("mailing_by_date")}</span>}
          </>
        )}
      </td>
      <td data-label={translate("column_audience")} dir="auto">
        {paper.audience.join(", ")}
      </td>
      <td data-label={translate("column_authors")} dir="auto">
        {paper.authors.join(", ")}
      </td>
      <td data-label={translate("column_title")}>
        <p dir="auto">{paper.title || <em>{translate("no_title")}</em>}</p>
        {before && (
          <p class="help" dir="auto">
            {changeText(before.paper.id, changesBetween(before, document), translate)}
          </p>
        )}
        {document.listed && <ListedFacts listed={document.listed} />}
      </td>
      <td data-label={translate("column_source")}>{sourceText(document, translate)}</td>
    </tr>
  );
}

function ListedFacts({ listed: { previous, disposition } }: { listed: ListedPaper }) {
  return (
    <>
      {previous && <p class="help">{translate("listed_previous", [previous])}</p>}
      {disposition && (
        <p class="help" dir="auto">
          {translate("listed_disposition", [disposition])}
        </p>
      )}
    </>
  );
}
