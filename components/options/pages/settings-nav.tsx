import { translate } from "../../../lib/language/translate.ts";
import { OPTIONS_PAGE_NAMES, OPTIONS_PAGES, type OptionsPage } from "./options-pages.ts";
import "./settings-nav.css";

/** The watchlists stand in the head already. */
const SHOWN = OPTIONS_PAGE_NAMES.filter((page) => page !== "watchlists");

/** The ways to the pages of the settings. */
export function SettingsNav({ current }: { current: OptionsPage }) {
  return (
    <nav class="settings-nav" aria-label={translate("head_settings")}>
      {SHOWN.map((page) => (
        <a key={page} href={`#/${page}`} aria-current={page === current ? "page" : undefined}>
          {translate(OPTIONS_PAGES[page])}
        </a>
      ))}
    </nav>
  );
}
