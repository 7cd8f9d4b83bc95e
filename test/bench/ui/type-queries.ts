import type { Page } from "puppeteer-core";

/** So many at once that the browser's driver does not take the page for dead. */
const AT_ONCE = 20;
/** The field of the popup itself: what stands there until its database is open takes no letters. */
const LIVE_FIELD = '#app > :not(.popup-skeleton) input[type="search"]';

/**
 * Types each query into the popup's search a letter at a time and clears the field after it. Gives how long each letter
 * took, ms, from its event until the results for what stands there are in the document.
 */
export async function typeQueries(page: Page, queries: readonly string[]): Promise<number[]> {
  await page.waitForSelector(LIVE_FIELD);
  const times: number[] = [];
  for (let first = 0; first < queries.length; first += AT_ONCE) times.push(...(await typeSome(page, queries.slice(first, first + AT_ONCE))));
  return times;
}

function typeSome(page: Page, queries: readonly string[]): Promise<number[]> {
  return page.evaluate(
    async (queries, selector) => {
      const field = document.querySelector<HTMLInputElement>(selector);
      if (!field) throw new Error("there is no search field");
      const isBusy = () => document.querySelector(".results")?.getAttribute("aria-busy");
      const when = (is: () => boolean) =>
        new Promise<void>((resolve) => {
          if (is()) return resolve();
          const observer = new MutationObserver(() => {
            if (!is()) return;
            observer.disconnect();
            resolve();
          });
          observer.observe(document.body, { childList: true, subtree: true, attributes: true });
        });
      const type = async (text: string) => {
        const wanted = text.trim();
        const same = wanted === field.value.trim();
        const began = performance.now();
        field.value = text;
        field.dispatchEvent(new InputEvent("input", { bubbles: true }));
        if (wanted === "") await when(() => !document.querySelector(".results"));
        else if (!same) {
          // Results of another query are marked as such as soon as the letter is there.
          await when(() => isBusy() === "true" || !document.querySelector(".hits, .results .empty"));
          await when(() => isBusy() === "false" && document.querySelector(".hits, .results .empty") !== null);
        }
        return performance.now() - began;
      };
      const times: number[] = [];
      for (const query of queries) {
        for (let length = 1; length <= query.length; length++) {
          const ms = await type(query.slice(0, length));
          if (query[length - 1] !== " ") times.push(ms);
        }
        await type("");
        // A person pauses, and the browser does what it has put off.
        await new Promise((resolve) => setTimeout(resolve, 5));
      }
      return times;
    },
    queries,
    LIVE_FIELD,
  );
}

/** Types each query into the library's search as a quick person does, whatever the page is at, and clears the field after it. */
export function typeSteadily(page: Page, queries: readonly string[], everyMs = 60): Promise<void> {
  return page.evaluate(
    async (queries, everyMs) => {
      const field = document.querySelector<HTMLInputElement>('input[type="search"]');
      if (!field) throw new Error("there is no search field");
      for (const query of queries) {
        for (let length = 1; length <= query.length + 1; length++) {
          field.value = length > query.length ? "" : query.slice(0, length);
          field.dispatchEvent(new InputEvent("input", { bubbles: true }));
          await new Promise((resolve) => setTimeout(resolve, everyMs));
        }
      }
    },
    queries,
    everyMs,
  );
}
