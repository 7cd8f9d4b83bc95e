import { useEffect, useId, useMemo, useRef, useState } from "preact/hooks";
import { translate } from "../../../lib/language/translate.ts";
import { activeFilters } from "../../../lib/library/filter-series.ts";
import { cut, type Filters, type Sort } from "../../../lib/library/filters.ts";
import type { Route } from "../../../lib/library/route.ts";
import { SaidWhenQuiet } from "../../said-when-quiet.tsx";
import { useEveryHit } from "../../search/use-search.ts";
import { formatNumber, translateCount } from "../../text/format-number.ts";
import { WatchButton } from "../../watching/watch-button.tsx";
import { WatchOffers } from "../../watching/watch-offers.tsx";
import { NewestMailing } from "../browse/newest-mailing.tsx";
import { useCatalogue } from "../catalogue-context.tsx";
import { goTo } from "../use-route.ts";
import { useTitle } from "../use-title.ts";
import { Waiting } from "../waiting.tsx";
import { EmptySearch } from "./empty-search.tsx";
import { FoundList } from "./found-list.tsx";
import { SearchFilters } from "./search-filters.tsx";
import { rowsOfHits } from "./texts/rows-of-hits.ts";
import { TextHitList } from "./texts/text-hits.tsx";
import { useTextHits } from "./texts/use-text-hits.ts";
import { useFound } from "./use-found.ts";
import { usePersonal } from "./use-personal.ts";

/** The address follows the typing at this distance: browsers allow it some times a second only. */
const ADDRESS_AFTER_MS = 300;

/** So many of the best hits say who or what was meant. */
const OFFERED_FROM = 50;

/** Every paper, by text and filters. */
export function SearchPage({ route }: { route: Extract<Route, { page: "search" }> }) {
  const { filters, sort } = route;
  const [typed, setTyped] = useTyped(route);
  const text = cut(typed);
  const catalogue = useCatalogue();
  const known = typeof catalogue === "object" ? catalogue : undefined;
  const personal = usePersonal();
  const search = useEveryHit(text);
  const isFinding = text !== "" && search.hits === undefined;
  const found = useFound({ catalogue: isFinding ? undefined : known, hits: text === "" ? undefined : search.hits, filters, sort, personal });
  const last = useRef(found);
  if (found) last.current = found;
  const shown = found ?? (known ? last.current : undefined);
  const count = shown ? foundText(shown.rows.length, shown.of) : "";
  const status = useRef<HTMLParagraphElement>(null);
  // A letter typed draws no row until its hits are there.
  const list = useMemo(
    () => shown && shown.rows.length > 0 && <FoundList rows={shown.rows} sought={shown.sought} unread={personal?.unread} fallback={() => status.current} />,
    [shown, personal?.unread],
  );
  // A text is of no mailing and of no year: whoever filters looks for papers.
  const inTexts = useTextHits(activeFilters(filters).length === 0 ? text : "");
  const textsHeading = useRef<HTMLHeadingElement>(null);
  const toTexts = () => {
    textsHeading.current?.scrollIntoView({ block: "start" });
    textsHeading.current?.focus({ preventScroll: true });
  };
  const field = useId();
  useTitle(text === "" ? translate("library_papers") : translate("search_title", [text]));

  const change = (filters: Filters, sort: Sort | undefined) => goTo({ page: "search", text, filters, ...(sort && { sort }) }, "push");
  const drop = (name: keyof Filters) => {
    const { [name]: _, ...others } = filters;
    change(others, sort);
    status.current?.focus();
  };
  return (
    <>
      <h1 tabIndex={-1}>{translate("library_papers")}</h1>
      <search>
        <form class="search-form" onSubmit={(event) => event.preventDefault()}>
          <label for={field}>{translate("search_label")}</label>
          <input
            id={field}
            type="search"
            value={typed}
            maxLength={200}
            autocomplete="off"
            spellcheck={false}
            placeholder={translate("search_placeholder")}
            onInput={(event) => setTyped(event.currentTarget.value)}
          />
          <SearchFilters
            catalogue={known}
            filters={filters}
            sort={sort}
            hasText={text !== ""}
            onChange={(filters) => change(filters, sort)}
            onSort={(sort) => change(filters, sort)}
          />
        </form>
      </search>
      {known && text === "" && activeFilters(filters).length === 0 && <NewestMailing catalogue={known} />}
      <p ref={status} tabIndex={-1} class="found-count">
        {count}
        {inTexts && " · "}
        {/* More of them come while it is looked for: not to be read out each time. */}
        {inTexts && (
          <button type="button" class="plain" onClick={toTexts}>
            {translateCount("texts_also_count", rowsOfHits(inTexts.hits).length)}
          </button>
        )}
      </p>
      <SaidWhenQuiet words={isFinding ? "" : count} of={text} />
      {(filters.audience || filters.author) && (
        <div class="found-watches">
          {filters.audience && <WatchButton watch={{ kind: "audience", text: filters.audience }} />}
          {filters.author && <WatchButton watch={{ kind: "author", text: filters.author }} />}
        </div>
      )}
      {text !== "" && shown && <WatchOffers query={text} found={shown.rows.slice(0, OFFERED_FROM).map(({ document }) => document.paper)} />}
      {!known && <Waiting catalogue={typeof catalogue === "object" ? undefined : catalogue} />}
      {search.failed !== undefined && (
        <p class="problem" role="alert">
          {translate("command_failed", [search.failed instanceof Error ? search.failed.message : String(search.failed)])}
        </p>
      )}
      {list}
      {shown?.rows.length === 0 && <EmptySearch found={shown} text={text} filters={filters} onDrop={drop} />}
      {known && inTexts && <TextHitList found={inTexts} catalogue={known} heading={textsHeading} />}
    </>
  );
}

/** "7,093 papers", "12 of 7,093 papers": what is in the list. */
function foundText(count: number, of: number): string {
  return count === of ? translateCount("papers_count", count) : translate("found_of", of, [formatNumber(count), formatNumber(of)]);
}

/** What stands in the field. It follows the address where that changes by itself, and the address follows it after a moment. */
function useTyped({ text, filters, sort }: Extract<Route, { page: "search" }>): [string, (typed: string) => void] {
  const [typed, setTyped] = useState(text);
  const written = useRef(text);
  useEffect(() => {
    if (text === written.current) return;
    written.current = text;
    setTyped(text);
  }, [text]);
  useEffect(() => {
    const settled = cut(typed);
    if (settled === text) return;
    const here = location.hash;
    const write = () => {
      // Whoever has gone elsewhere, which the page hears of a moment later, is not called back.
      if (location.hash !== here) return;
      written.current = settled;
      goTo({ page: "search", text: settled, filters, ...(sort && { sort }) }, "replace");
    };
    const timer = setTimeout(write, ADDRESS_AFTER_MS);
    // A link that is followed at once must find the way back to what was typed.
    addEventListener("click", write, true);
    return () => {
      clearTimeout(timer);
      removeEventListener("click", write, true);
    };
  }, [typed, text, filters, sort]);
  return [typed, setTyped];
}
