import { type MessageKey, translate } from "../../lib/language/translate.ts";
import "./page-head.css";

/** The full pages, in the order of their links. */
const PAGES = {
  inbox: { name: "inbox", address: "/library.html#/inbox" },
  papers: { name: "library_papers", address: "/library.html#/" },
  mailings: { name: "library_mailings", address: "/library.html#/mailings" },
  watchlists: { name: "watchlists", address: "/options.html#/watchlists" },
  settings: { name: "head_settings", address: "/options.html#/notifications" },
} as const satisfies Record<string, { name: MessageKey; address: string }>;

export type HeadPage = keyof typeof PAGES;

const MAIN = "app";

/** Where HeadStatus draws what it says. */
export const HEAD_STATUS = "head-status";

interface PageHeadProps {
  /** The page that is shown. */
  current?: HeadPage | undefined;
  /** The page that leads to what is shown, where that is none of them itself: a paper's, say. */
  within?: HeadPage | undefined;
}

/** Stands above every full page, also where its data cannot be read: the ways to the others, and room for how checking stands. */
export function PageHead({ current, within }: PageHeadProps) {
  const skip = (event: Event) => {
    // The address belongs to the page.
    event.preventDefault();
    document.querySelector<HTMLElement>("main h1")?.focus();
  };
  return (
    <div class="page-head">
      <a class="skip" href={`#${MAIN}`} onClick={skip}>
        {translate("skip_to_content")}
      </a>
      <p class="page-head-name">
        <img src="/icon/icon.svg" alt="" width="24" height="24" />
        {translate("extensionName")}
      </p>
      <nav aria-label={translate("pages")}>
        {(Object.keys(PAGES) as HeadPage[]).map((page) => (
          <a key={page} href={PAGES[page].address} aria-current={page === current ? "page" : page === within || undefined}>
            {translate(PAGES[page].name)}
          </a>
        ))}
      </nav>
      <p id={HEAD_STATUS} />
    </div>
  );
}
