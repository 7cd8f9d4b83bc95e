import { translate } from "../../../lib/language/translate.ts";
import { mailingsByYear } from "../../../lib/library/mailings.ts";
import { translateCount } from "../../text/format-number.ts";
import { useCatalogue } from "../catalogue-context.tsx";
import { To } from "../links.tsx";
import { useTitle } from "../use-title.ts";
import { Waiting } from "../waiting.tsx";

/** All mailings, year by year. */
export function MailingsPage() {
  const catalogue = useCatalogue();
  useTitle(translate("library_mailings"));
  return (
    <>
      <h1 tabIndex={-1}>{translate("library_mailings")}</h1>
      {typeof catalogue === "object" ? (
        <>
          <p class="help">{translate("mailings_help")}</p>
          {catalogue.mailings.length === 0 && <p>{translate("mailings_none")}</p>}
          {mailingsByYear(catalogue.mailings).map(({ year, mailings }) => (
            <section key={year} aria-labelledby={`year-${year}`}>
              <h2 id={`year-${year}`}>{year}</h2>
              <ul class="chips">
                {mailings.map(({ value, count }) => (
                  <li key={value}>
                    <To route={{ page: "mailing", mailing: value }}>{value}</To> <span class="help">{translateCount("papers_count", count)}</span>
                  </li>
                ))}
              </ul>
            </section>
          ))}
        </>
      ) : (
        <Waiting catalogue={catalogue} />
      )}
    </>
  );
}
