import { translate } from "../../../lib/language/translate.ts";
import { dateOf, type LibraryDocument, mailingOf } from "../../../lib/library/paper/document.ts";
import { namedAuthors } from "../../../lib/library/paper/named-authors.ts";
import { To, ToAudience, ToAuthor } from "../links.tsx";
import { NamesRow } from "./names-row.tsx";
import { paperDate } from "./paper-date.ts";

/** Who wrote a document, for whom, and when. */
export function SeriesFacts({ documents, document }: { documents: LibraryDocument[]; document: LibraryDocument }) {
  const { authors, asOf } = namedAuthors(documents, document);
  const date = dateOf(document);
  const mailing = mailingOf(document);
  return (
    <dl class="series-facts">
      <NamesRow kind="author" label={translate("authors")} names={authors} note={asOf && translate("authors_as_of", [asOf.paper.id])}>
        {(name) => <ToAuthor name={name} />}
      </NamesRow>
      <NamesRow kind="audience" label={translate("kind_audience")} names={[...new Set(document.paper.audience)]}>
        {(name) => <ToAudience audience={name} />}
      </NamesRow>
      {date && (
        <div>
          <dt>{translate("column_date")}</dt>
          <dd>
            <time dateTime={date}>{paperDate(date)}</time>
            {mailing && (
              <>
                {" · "}
                <To route={{ page: "mailing", mailing: mailing.id }}>{translate("mailing_title", [mailing.id])}</To>
              </>
            )}
          </dd>
        </div>
      )}
    </dl>
  );
}
