import { useLayoutEffect, useRef } from "preact/hooks";
import { placeOf, type Route } from "../../lib/library/route.ts";
import { HeadStatus } from "../head/head-status.tsx";
import { WatchlistsProvider } from "../watching/watchlists-context.tsx";
import { AuthorPage } from "./browse/author-page.tsx";
import { MailingPage } from "./browse/mailing-page.tsx";
import { MailingsPage } from "./browse/mailings-page.tsx";
import { keptWayBack } from "./browse/use-way-back.ts";
import { CatalogueProvider } from "./catalogue-context.tsx";
import { ChangesPage } from "./changes/changes-page.tsx";
import { InboxPage } from "./inbox/inbox-page.tsx";
import { LibraryKeys } from "./keys/library-keys.tsx";
import { NothingPage } from "./nothing-page.tsx";
import { SeriesPage } from "./paper/series-page.tsx";
import { keptListPlace } from "./search/list-place.ts";
import { SearchPage } from "./search/search-page.tsx";
import { useRoute } from "./use-route.ts";

/** The library: the page that the address names. */
export function Library() {
  const route = useRoute();
  useArrival(placeOf(route));
  return (
    <CatalogueProvider>
      <HeadStatus />
      <WatchlistsProvider>
        <Page route={route} />
        <LibraryKeys />
      </WatchlistsProvider>
    </CatalogueProvider>
  );
}

function Page({ route }: { route: Route }) {
  switch (route.page) {
    case "search":
      return <SearchPage route={route} />;
    case "paper":
      return <SeriesPage key={route.series} route={route} />;
    case "changes":
      return <ChangesPage key={route.series} route={route} />;
    case "author":
      return <AuthorPage key={route.name} name={route.name} />;
    case "mailing":
      return <MailingPage key={route.mailing} id={route.mailing} audience={route.audience} />;
    case "mailings":
      return <MailingsPage />;
    case "inbox":
      return <InboxPage route={route} />;
    case "nothing":
      return <NothingPage text={route.text} />;
  }
}

/** Whoever has followed a link begins at the heading of where it led; who goes back to a list finds their row again, as the list sees to, or the page. */
function useArrival(place: string): void {
  const before = useRef(place);
  // What is drawn below forgets it.
  const isBack = keptWayBack() !== undefined;
  useLayoutEffect(() => {
    history.scrollRestoration = "manual";
  }, []);
  useLayoutEffect(() => {
    if (before.current === place) return;
    before.current = place;
    if ((place === "search" || place === "inbox") && keptListPlace()) return;
    if (isBack) return;
    scrollTo(0, 0);
    document.querySelector<HTMLElement>("main h1")?.focus({ preventScroll: true });
  }, [place]);
}
