import { useRef } from "preact/hooks";
import { translate } from "../../../lib/language/translate.ts";
import type { Catalogue } from "../../../lib/library/catalogue.ts";
import { besideMailing, groupByAudience, type MailedDocument, newDocuments, readMailing } from "../../../lib/library/mailings.ts";
import { readIds } from "../../../lib/store/index/read-library.ts";
import { useLiveQuery } from "../../hooks/use-live-query.ts";
import { translateCount } from "../../text/format-number.ts";
import { WatchButton } from "../../watching/watch-button.tsx";
import { useCatalogue } from "../catalogue-context.tsx";
import { To } from "../links.tsx";
import { SeriesSummary } from "../search/series-summary.tsx";
import { usePersonal } from "../search/use-personal.ts";
import { ShownPart } from "../shown-part.tsx";
import { useBreathing } from "../use-breathing.ts";
import { useHeirOfFocus } from "../use-heir-of-focus.ts";
import { useTitle } from "../use-title.ts";
import { Waiting } from "../waiting.tsx";

const SHOWN = 40;

/** What was new in a mailing, first what concerns this person, then by audience. */
export function MailingPage({ id }: { id: string }) {
  const catalogue = useCatalogue();
  const title = translate("mailing_title", [id]);
  useTitle(title);
  return (
    <>
      <h1 tabIndex={-1}>{title}</h1>
      {typeof catalogue === "object" ? <Known catalogue={catalogue} id={id} /> : <Waiting catalogue={catalogue} />}
    </>
  );
}

function Known({ catalogue, id }: { catalogue: Catalogue; id: string }) {
  const personal = usePersonal();
  const mailing = useBreathing((breathe) => readMailing(catalogue, id, breathe), [catalogue], id);
  const read = useLiveQuery(async (db) => mailing && readIds(db, mailing.documents.map(idOf)), [mailing]);
  const { before, after } = besideMailing(catalogue.mailings, id);
  if (!mailing || !personal || !read) return <Waiting catalogue={undefined} />;
  const { documents, byDate } = mailing;
  const mine = newDocuments(documents, personal, read);
  return (
    <>
      <nav class="beside" aria-label={translate("mailing_beside")}>
        {before && <To route={{ page: "mailing", mailing: before }}>{translate("mailing_before", [before])}</To>}
        {after && <To route={{ page: "mailing", mailing: after }}>{translate("mailing_after", [after])}</To>}
        <To route={{ page: "mailings" }}>{translate("mailings_all")}</To>
      </nav>
      <p role="status">{documents.length === 0 ? translate("mailing_empty", [id]) : translateCount("papers_count", papersOf(documents))}</p>
      {byDate > 0 && <p class="help">{byDate === documents.length ? translate("mailing_all_by_date") : translateCount("mailing_some_by_date", byDate)}</p>}
      {mine.length > 0 && <Group id="mine" title={translate("mailing_mine")} documents={mine} unread={personal.unreadDocuments} />}
      {groupByAudience(documents).map(({ audience, documents }, place) => (
        <Group
          key={audience}
          id={`audience-${place}`}
          title={audience || translate("mailing_no_audience")}
          audience={audience}
          documents={documents}
          unread={personal.unreadDocuments}
        />
      ))}
    </>
  );
}

function papersOf(documents: MailedDocument[]): number {
  return new Set(documents.map(({ series }) => series.id)).size;
}

function idOf({ document }: MailedDocument): string {
  return document.paper.id;
}

interface GroupProps {
  id: string;
  title: string;
  audience?: string;
  documents: MailedDocument[];
  /** Ids of documents. */
  unread: ReadonlySet<string>;
}

function Group({ id, title, audience, documents, unread }: GroupProps) {
  const section = useRef<HTMLElement>(null);
  // What is watched no more leaves what is new to the person.
  useHeirOfFocus(section, () => document.querySelector("main h1"));
  return (
    <section ref={section} aria-labelledby={id} class={audience === undefined ? "mine" : ""}>
      <div class="group-head">
        <h2 id={id}>
          <bdi>{title}</bdi> <span class="help">{translateCount("papers_count", papersOf(documents))}</span>
        </h2>
        {audience && <WatchButton watch={{ kind: "audience", text: audience }} compact />}
      </div>
      <ShownPart items={documents} first={SHOWN} label={title}>
        {(documents) => (
          <ul class="summaries">
            {documents.map(({ series, document }) => (
              <li key={document.paper.id}>
                <SeriesSummary series={series} document={document} isUnread={unread.has(document.paper.id)} />
              </li>
            ))}
          </ul>
        )}
      </ShownPart>
    </section>
  );
}
