import { useMemo } from "preact/hooks";
import { translate } from "../../../lib/language/translate.ts";
import { changesBetween } from "../../../lib/library/paper/changes.ts";
import { dateOf, type LibraryDocument, mailingOf } from "../../../lib/library/paper/document.ts";
import { publishedBefore } from "../../../lib/library/paper/published-before.ts";
import { tellingColumns } from "../../../lib/library/paper/telling-columns.ts";
import { formatRoute } from "../../../lib/library/route.ts";
import type { ListedPaper } from "../../../lib/papers/listing.ts";
import { seriesOfId } from "../../../lib/papers/series.ts";
import { TitleText } from "../../text/title-text.tsx";
import { To } from "../links.tsx";
import { ShownPart } from "../shown-part.tsx";
import { useCompared } from "../use-compared.ts";
import { changeText } from "./change-text.ts";
import { DraftMark } from "./draft-mark.tsx";
import { paperDate } from "./paper-date.ts";
import { sourceText } from "./source-text.ts";

const SHOWN = 60;

/** In their order; the first, which names the document, is always there. */
const COLUMNS = ["date", "mailing", "audience", "authors", "title", "changes", "source"] as const;
type Column = (typeof COLUMNS)[number];

interface RowFacts {
  document: LibraryDocument;
  /** The id of the one that a reader had before. */
  before: string | undefined;
  changes: string;
}

/** The documents of a paper, newest first, each with what changed since the published one before; what is the same for all of them stands above. */
export function DocumentsTable({ documents, current }: { documents: LibraryDocument[]; current: string }) {
  const compared = useCompared(documents);
  const rows = useMemo(
    () =>
      documents
        .map((document, place) => ({
          document,
          before: publishedBefore(compared, compared.indexOf(document))?.paper.id,
          changes: changesOf(documents, place),
        }))
        .reverse(),
    [documents, compared],
  );
  const telling = useMemo(() => tellingColumns(rows.map(cellsOf)), [rows]);
  const columns = COLUMNS.filter((column) => telling.has(column));
  const heads = ["document", ...columns] as const;
  return (
    <ShownPart items={rows} first={SHOWN} label={translate("series_documents")}>
      {(rows) => (
        <table class="documents">
          <caption class="visually-hidden">{translate("series_documents")}</caption>
          <thead>
            <tr>
              {heads.map((column) => (
                <th key={column} scope="col">
                  {translate(`column_${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => {
              const { id } = row.document.paper;
              return (
                <tr key={id} class={id === current ? "current" : ""}>
                  <th scope="row">
                    <a href={formatRoute({ page: "paper", series: id })} aria-current={id === current ? "true" : undefined}>
                      {id}
                    </a>{" "}
                    <DraftMark document={row.document} documents={documents} /> {row.before && <ToChanges before={row.before} after={id} />}
                  </th>
                  {columns.map((column) => (
                    <td key={column} class={`of-${column}`} data-label={translate(`column_${column}`)} dir="auto">
                      <Cell column={column} row={row} />
                    </td>
                  ))}
                </tr>
              );
            })}
          </tbody>
        </table>
      )}
    </ShownPart>
  );
}

function changesOf(documents: LibraryDocument[], place: number): string {
  const [before, document] = [publishedBefore(documents, place), documents[place]];
  return before && document ? changeText(before.paper.id, changesBetween(before, document), translate) : "";
}

/** What a row says in each column, as far as that tells it from others. */
function cellsOf({ document, changes }: RowFacts): Record<Column, string> {
  const { audience, authors, title } = document.paper;
  return {
    date: dateOf(document) ?? "",
    mailing: mailingOf(document)?.id ?? "",
    audience: audience.join(),
    authors: authors.join(),
    title,
    changes: `${changes}${document.listed?.previous ?? ""}${document.listed?.disposition ?? ""}`,
    source: sourceText(document, translate),
  };
}

function ToChanges({ before, after }: { before: string; after: string }) {
  return (
    <a class="to-changes" href={formatRoute({ page: "changes", series: seriesOfId(after) ?? after, before, after })}>
      {translate("changes_row")} <span class="visually-hidden">{translate("changes_row_of", [before, after])}</span>
    </a>
  );
}

function Cell({ column, row: { document, changes } }: { column: Column; row: RowFacts }) {
  const { paper } = document;
  switch (column) {
    case "date": {
      const date = dateOf(document);
      return date ? <time dateTime={date}>{paperDate(date)}</time> : null;
    }
    case "mailing": {
      const mailing = mailingOf(document);
      if (!mailing) return null;
      return (
        <>
          <To route={{ page: "mailing", mailing: mailing.id }}>{mailing.id}</To>
          {mailing.byDate && <span class="help"> {translate("mailing_by_date")}</span>}
        </>
      );
    }
    case "audience":
    case "authors":
      return <>{paper[column].join(", ")}</>;
    case "title":
      return paper.title ? <TitleText text={paper.title} /> : <em>{translate("no_title")}</em>;
    case "changes":
      return (
        <>
          {changes && <p>{changes}</p>}
          {document.listed && <ListedFacts listed={document.listed} />}
        </>
      );
    case "source":
      return <>{sourceText(document, translate)}</>;
  }
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
