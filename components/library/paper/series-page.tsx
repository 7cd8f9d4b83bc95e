import { translate } from "../../../lib/language/translate.ts";
import type { LibrarySeries } from "../../../lib/library/catalogue.ts";
import type { LibraryDocument } from "../../../lib/library/paper/document.ts";
import { publishedBefore } from "../../../lib/library/paper/published-before.ts";
import { formatRoute, type Route } from "../../../lib/library/route.ts";
import { plainTitle } from "../../../lib/papers/text/title-parts.ts";
import { useLetterKeys } from "../../hooks/use-letter-keys.ts";
import { TitleText } from "../../text/title-text.tsx";
import { WatchButton } from "../../watching/watch-button.tsx";
import { useCatalogue } from "../catalogue-context.tsx";
import { To } from "../links.tsx";
import { useCompared } from "../use-compared.ts";
import { goTo } from "../use-route.ts";
import { useTitle } from "../use-title.ts";
import { Waiting } from "../waiting.tsx";
import { AbstractPart } from "./abstract-part.tsx";
import { CitationsPart } from "./citations-part.tsx";
import { ComparePart } from "./compare-part.tsx";
import { CopiedLine } from "./copied-line.tsx";
import { OtherLinks, ReadDocument } from "./document-links.tsx";
import { DocumentsTable } from "./documents-table.tsx";
import { MatchesPart } from "./matches-part.tsx";
import { SeriesFacts } from "./series-facts.tsx";
import { TimeLine } from "./time-line.tsx";
import { useCopy } from "./use-copy.ts";

/** Everything about one paper. */
export function SeriesPage({ route }: { route: Extract<Route, { page: "paper" }> }) {
  const catalogue = useCatalogue();
  const [copied, copy] = useCopy();
  const series = typeof catalogue === "object" ? catalogue.series.get(route.series) : undefined;
  const wanted = series?.documents.find(({ paper }) => paper.id === route.document);
  const document = wanted ?? series?.newest;
  const title = series?.title ?? "";
  const compared = useCompared(series?.documents);
  const before = document && publishedBefore(compared, compared.indexOf(document));
  const changes = before && { page: "changes" as const, series: route.series, before: before.paper.id, after: document.paper.id };
  const hasKeys = useLetterKeys({ ...(changes && { c: () => goTo(changes, "push") }) });
  useTitle(`${route.document ?? route.series} ${plainTitle(title)}`.trim());
  return (
    <>
      <div class="series-head">
        <h1 tabIndex={-1}>
          {route.series}{" "}
          <span dir="auto">
            <TitleText text={title} />
          </span>
        </h1>
      </div>
      <div class="paper-actions">
        {document && <ReadDocument document={document} onCopy={copy} />}
        {changes && (
          <a class="button" href={formatRoute(changes)} aria-keyshortcuts={hasKeys ? "c" : undefined}>
            {translate("changes_open", [changes.after])}
          </a>
        )}
        <WatchButton key="watch" watch={{ kind: "paper", text: route.series }} />
      </div>
      {typeof catalogue !== "object" && <Waiting catalogue={catalogue} />}
      {series && document && <Known series={series} document={document} missing={wanted ? undefined : route.document} onCopy={copy} />}
      {typeof catalogue === "object" && !series && <Unknown id={route.document ?? route.series} />}
      <CopiedLine copied={copied} />
    </>
  );
}

interface KnownProps {
  series: LibrarySeries;
  document: LibraryDocument;
  /** What was asked for, where it is not there. */
  missing: string | undefined;
  onCopy: (text: string, name: string) => Promise<void>;
}

function Known({ series: { documents }, document, missing, onCopy }: KnownProps) {
  const { id } = document.paper;
  const compared = useCompared(documents);
  const issue = documents.findLast(({ paper }) => paper.githubUrl)?.paper.githubUrl;
  return (
    <>
      {missing !== undefined && (
        <p class="note" role="status">
          {translate("series_lacks", [missing, id])}
        </p>
      )}
      <OtherLinks document={document} issue={issue} />
      <SeriesFacts documents={documents} document={document} />
      <AbstractPart key={id} id={id} />
      <section aria-labelledby="documents">
        <h2 id="documents">{translate("series_documents")}</h2>
        <TimeLine documents={documents} current={id} />
        <DocumentsTable documents={documents} current={id} />
      </section>
      {compared.length > 1 && <ComparePart documents={compared} />}
      <MatchesPart ids={documents.map(({ paper }) => paper.id)} />
      <CitationsPart document={document} onCopy={onCopy} />
    </>
  );
}

/** A number that nobody has used yet, as far as we know, can be watched all the same. */
function Unknown({ id }: { id: string }) {
  return (
    <div class="note">
      <p>{translate("series_unknown", [id])}</p>
      <p>
        <To route={{ page: "search", text: id, filters: {} }}>{translate("search_for", [id])}</To>
      </p>
    </div>
  );
}
