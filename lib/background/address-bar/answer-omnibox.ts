import { browser } from "wxt/browser";
import { translate } from "../../language/translate.ts";
import type { Database } from "../../store/database/database.ts";
import { backgroundSearch } from "./background-search.ts";
import { isMereNumber, libraryAddress } from "./library-address.ts";
import { plainDescription, suggestionOf } from "./suggestion.ts";

const SUGGESTIONS = 6;
/** For so long Enter waits for the search that says whose number was typed; many times what reading the index takes. */
const PATIENCE_MS = 2_000;
/** Chrome's lines have a markup of their own; Firefox shows it as it stands. */
const MARKUP = !import.meta.env.FIREFOX;

type Disposition = "currentTab" | "newForegroundTab" | "newBackgroundTab";

/** Answers what is typed behind the keyword "wg21" in the address bar. Called once, synchronously, when the background starts. */
export function answerOmnibox(database: () => Promise<Database>): void {
  const search = backgroundSearch(database);
  let asked = 0;

  const describe = (key: "omnibox_search" | "omnibox_reading") =>
    browser.omnibox.setDefaultSuggestion({ description: plainDescription(translate(key), MARKUP) });
  const current = () => {
    describe(search.ready() ? "omnibox_search" : "omnibox_reading");
    return search.current().finally(() => describe("omnibox_search"));
  };
  // What is typed opens the library all the same.
  const warn = (error: unknown) => console.warn("PaperScout:", error);

  browser.omnibox.onInputStarted.addListener(() => {
    current().catch(warn);
  });
  browser.omnibox.onInputChanged.addListener((text, suggest) => {
    const question = ++asked;
    current()
      .then((search) => {
        if (question === asked) suggest(search.find(text, SUGGESTIONS).map((hit) => suggestionOf(hit, MARKUP)));
      })
      .catch(warn);
  });
  const searchSoon = async () => {
    const late = new Promise<undefined>((resolve) => setTimeout(resolve, PATIENCE_MS, undefined));
    try {
      return await Promise.race([search.current(), late]);
    } catch (error) {
      warn(error);
      return undefined;
    }
  };
  browser.omnibox.onInputEntered.addListener((text, disposition) => {
    const enter = async () => {
      const known = search.ready() ?? (isMereNumber(text) ? await searchSoon() : undefined);
      await open(browser.runtime.getURL(libraryAddress(text, known)), disposition);
    };
    enter().catch(warn);
  });
}

async function open(url: string, disposition: Disposition): Promise<void> {
  if (disposition === "currentTab") await browser.tabs.update({ url });
  else await browser.tabs.create({ url, active: disposition === "newForegroundTab" });
}
