import { translate } from "../../lib/language/translate.ts";
import { formatRoute, HOME, INBOX, type Route } from "../../lib/library/route.ts";
import { useRoute } from "./use-route.ts";

const MAIN = "app";

/** Stands above every page of the library, also where its data cannot be read. */
export function LibraryHeader() {
  const { page } = useRoute();
  const current = (route: Route) => (route.page === page ? "page" : undefined);
  const skip = (event: Event) => {
    // The address belongs to the library's pages.
    event.preventDefault();
    document.querySelector<HTMLElement>(`#${MAIN} h1`)?.focus();
  };
  return (
    <>
      <a class="skip" href={`#${MAIN}`} onClick={skip}>
        {translate("skip_to_content")}
      </a>
      <p class="library-name">
        <img src="/icon/icon.svg" alt="" width="24" height="24" />
        {translate("library_name")}
      </p>
      <nav aria-label={translate("library_pages")}>
        <a href={formatRoute(INBOX)} aria-current={current(INBOX)}>
          {translate("inbox")}
        </a>
        <a href={formatRoute(HOME)} aria-current={current(HOME)}>
          {translate("library_papers")}
        </a>
        <a href={formatRoute({ page: "mailings" })} aria-current={current({ page: "mailings" })}>
          {translate("library_mailings")}
        </a>
        <a href="/options.html#watchlists">{translate("watchlists")}</a>
        <a href="/options.html">{translate("options")}</a>
      </nav>
    </>
  );
}
