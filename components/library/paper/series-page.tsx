import { translate } from "../../../lib/language/translate.ts";
import type { LibrarySeries } from "../../../lib/library/catalogue.ts";
import type { Route } from "../../../lib/library/route.ts";
import { WatchButton } from "../../watching/watch-button.tsx";
import { useCatalogue } from "../catalogue-context.tsx";
import { To, ToAudience, ToAuthor } from "../links.tsx";
import { ShownPart } from "../shown-part.tsx";
import { useTitle } from "../use-title.ts";
import { Waiting } from "../waiting.tsx";
import { AbstractPart } from "./abstract-part.tsx";
import { CitationsPart } from "./citations-part.tsx";
import { ComparePart } from "./compare-part.tsx";
import { DocumentLinks } from "./document-links.tsx";
import { DocumentsTable } from "./documents-table.tsx";
import { MatchesPart } from "./matches-part.tsx";
import { TimeLine } from "./time-line.tsx";

const NAMES_SHOWN = 12;

/** Everything about one paper. */
export function SeriesPage({ route }: { route: Extract<Route, { page: "paper" }> }) {
  const catalogue = useCatalogue();
  const series = typeof catalogue === "object" ? catalogue.series.get(route.series) : undefined;
  const title = series?.title ?? "";
  useTitle(`${route.document ?? route.series} ${title}`.trim());
  return (
    <>
      <div class="series-head">
        <h1 tabIndex={-1}>
          {route.series} <span dir="auto">{title}</span>
        </h1>
        <WatchButton watch={{ kind: "paper", text: route.series }} />
      </div>
      {typeof catalogue !== "object" && <Waiting catalogue={catalogue} />}
      {typeof catalogue === "object" && (series ? <Known series={series} asked={route.document} /> : <Unknown id={route.document ?? route.series} />)}
    </>
  );
}

function Known({ series, asked }: { series: LibrarySeries; asked: string | undefined }) {
  const wanted = series.documents.find(({ paper }) => paper.id === asked);
  const document = wanted ?? series.newest;
  const { authors, audience } = document.paper;
  const issue = series.documents.findLast(({ paper }) => paper.githubUrl)?.paper.githubUrl;
  return (
    <>
      {asked !== undefined && !wanted && (
        <p class="note" role="status">
          {translate("series_lacks", [asked, document.paper.id])}
        </p>
      )}
      <dl class="series-facts">
        {authors.length > 0 && (
          <div>
            <dt>{translate("authors")}</dt>
            <dd>
              <ShownPart items={authors} first={NAMES_SHOWN} label={translate("authors")}>
                {(names) => (
                  <ul class="chips">
                    {[...new Set(names)].map((name) => (
                      <li key={name}>
                        <ToAuthor name={name} />
                        <WatchButton watch={{ kind: "author", text: name }} compact />
                      </li>
                    ))}
                  </ul>
                )}
              </ShownPart>
            </dd>
          </div>
        )}
        {audience.length > 0 && (
          <div>
            <dt>{translate("kind_audience")}</dt>
            <dd>
              <ShownPart items={audience} first={NAMES_SHOWN} label={translate("kind_audience")}>
                {(names) => (
                  <ul class="chips">
                    {[...new Set(names)].map((name) => (
                      <li key={name}>
                        <ToAudience audience={name} />
                        <WatchButton watch={{ kind: "audience", text: name }} compact />
                      </li>
                    ))}
                  </ul>
                )}
              </ShownPart>
            </dd>
          </div>
        )}
      </dl>
      {document.draft && <AbstractPart key={document.draft.id} draft={document.draft.id} />}
      <DocumentLinks document={document} issue={issue} />
      <section aria-labelledby="documents">
        <h2 id="documents">{translate("series_documents")}</h2>
        <TimeLine documents={series.documents} current={document.paper.id} />
        <DocumentsTable documents={series.documents} current={document.paper.id} />
      </section>
      <ComparePart documents={series.documents} />
      <CitationsPart key={document.paper.id} document={document} />
      <MatchesPart ids={series.documents.map(({ paper }) => paper.id)} />
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
