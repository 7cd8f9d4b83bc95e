import { translate } from "../../../lib/language/translate.ts";
import { type AuthorFacts, readAuthor } from "../../../lib/library/author-facts.ts";
import type { Catalogue } from "../../../lib/library/catalogue.ts";
import { sendMessage } from "../../../lib/messages.ts";
import { compileAuthor } from "../../../lib/watch/matching/match-author.ts";
import { namesAgree } from "../../../lib/watch/names/names-agree.ts";
import type { ToldRenaming } from "../../../lib/watch/suggesting/told-renaming.ts";
import type { Watch } from "../../../lib/watch/watch.ts";
import { useAttempt } from "../../attempts.tsx";
import { translateCount } from "../../text/format-number.ts";
import { RenamingLine } from "../../watching/renaming-line.tsx";
import { useToldRenaming } from "../../watching/use-told-renaming.ts";
import { WatchButton } from "../../watching/watch-button.tsx";
import { useWatchlists } from "../../watching/watchlists-context.tsx";
import { useCatalogue } from "../catalogue-context.tsx";
import { To, ToAuthor } from "../links.tsx";
import { SeriesSummary } from "../search/series-summary.tsx";
import { ShownPart } from "../shown-part.tsx";
import { useBreathing } from "../use-breathing.ts";
import { useTitle } from "../use-title.ts";
import { Waiting } from "../waiting.tsx";
import { useWayBack } from "./use-way-back.ts";

const PAPERS_SHOWN = 50;
const NAMES_SHOWN = 20;

/** What the index knows of an author. */
export function AuthorPage({ name }: { name: string }) {
  const catalogue = useCatalogue();
  useTitle(name);
  return (
    <>
      <div class="series-head">
        <h1 tabIndex={-1} dir="auto">
          {name}
        </h1>
        <WatchButton watch={{ kind: "author", text: name }} />
      </div>
      <Renamed name={name} />
      {typeof catalogue === "object" ? <Known catalogue={catalogue} name={name} /> : <Waiting catalogue={catalogue} />}
    </>
  );
}

/** What a renaming means to whoever watches this author, under whichever name. */
function Renamed({ name }: { name: string }) {
  const attempt = useAttempt();
  const tellOf = useToldRenaming();
  const watches = useWatchlists()?.lists.flatMap((list) => list.watches) ?? [];
  const all = watches.flatMap((watch) => {
    const told = watch.kind === "author" ? tellOf(watch) : undefined;
    return told && isAbout(name, watch, told) ? [{ watch, told }] : [];
  });
  const [first] = all;
  if (!first) return null;
  const widen = (wider: Watch) => {
    // The same watch may stand in several lists.
    const same = all.filter(({ watch }) => watch.text === first.watch.text);
    void attempt(() => Promise.all(same.map(({ watch: { id, list } }) => sendMessage("editWatch", { id, list, watch: wider }))));
  };
  return <RenamingLine told={first.told} onWiden={widen} heirOf={() => document.querySelector("main h1")} />;
}

function isAbout(name: string, { text }: Watch, told: ToldRenaming): boolean {
  return compileAuthor(text)(name) || (told.kind === "is-now" && namesAgree(told.name, name));
}

function Known({ catalogue, name }: { catalogue: Catalogue; name: string }) {
  const facts = useBreathing((breathe) => readAuthor(catalogue, name, breathe), [catalogue], name);
  if (!facts) return <Waiting catalogue={undefined} />;
  if (facts.papers.length > 0) return <Facts facts={facts} />;
  return (
    <div class="note">
      <p dir="auto">{translate("author_unknown", [name])}</p>
      <p>
        <To route={{ page: "search", text: name, filters: {} }}>
          <span dir="auto">{translate("search_for", [name])}</span>
        </To>
      </p>
    </div>
  );
}

function Facts({ facts: { papers, spellings, otherNames, coAuthors, years } }: { facts: AuthorFacts }) {
  useWayBack(true);
  return (
    <>
      <p role="status">
        {translateCount("papers_count", papers.length)}
        {years && `, ${years.from === years.to ? years.from : translate("author_years", [String(years.from), String(years.to)])}`}
      </p>
      {otherNames.length > 0 && (
        <p>
          {translate("other_names")}
          {otherNames.map((other, i) => (
            <span key={other}>
              {i > 0 && ","} <ToAuthor name={other} />
            </span>
          ))}
        </p>
      )}
      {spellings.length > 1 && (
        <section aria-labelledby="spellings">
          <h2 id="spellings">{translate("author_spellings")}</h2>
          <Names names={spellings} label={translate("author_spellings")} />
          <p class="help">{translate("author_namesakes")}</p>
        </section>
      )}
      <section aria-labelledby="papers">
        <h2 id="papers">{translate("library_papers")}</h2>
        <ShownPart items={papers} first={PAPERS_SHOWN} label={translate("library_papers")}>
          {(papers) => (
            <ul class="summaries">
              {papers.map(({ series, document }) => (
                <li key={series.id}>
                  <SeriesSummary series={series} document={document} />
                </li>
              ))}
            </ul>
          )}
        </ShownPart>
      </section>
      {coAuthors.length > 0 && (
        <section aria-labelledby="co-authors">
          <h2 id="co-authors">{translate("author_co_authors")}</h2>
          <Names names={coAuthors} label={translate("author_co_authors")} />
        </section>
      )}
    </>
  );
}

function Names({ names, label }: { names: AuthorFacts["coAuthors"]; label: string }) {
  return (
    <ShownPart items={names} first={NAMES_SHOWN} label={label}>
      {(names) => (
        <ul class="chips">
          {names.map(({ value, count }) => (
            <li key={value}>
              <ToAuthor name={value} /> <span class="help">{translateCount("papers_count", count)}</span>
              <WatchButton watch={{ kind: "author", text: value }} compact />
            </li>
          ))}
        </ul>
      )}
    </ShownPart>
  );
}
