import type { KeyInput, Page } from "puppeteer-core";
import { focusSpoken, readThrough } from "./spoken.ts";

/** More than any page has. */
const STOPS = 60;
/** What is another at every run: times and how long ago they were. */
const PASSING = [
  /\b(?:just now|soeben|in less than a minute|in weniger als einer Minute)\b/g,
  /\b(?:vor |in )?\d+ (?:min\.|Min\.|minutes?|Minuten?|hours?|Stunden?|seconds?|Sekunden?)(?: ago)?/g,
  /(?<=Found on |Gefunden am )[^)]+/g,
];

/** What a person who sees nothing of it hears while they work a page by keyboard alone: each stop of the focus, and what is said unasked. */
export class Transcript {
  readonly #lines: string[] = [];

  /** A part of the story. */
  begin(title: string): void {
    this.#lines.push(...(this.#lines.length > 0 ? [""] : []), `# ${title}`);
  }

  /** Notes what the page's live regions say from now on. */
  async listen(page: Page): Promise<void> {
    await page.evaluate(() => {
      const told = window as { told?: string[] };
      told.told = [];
      const regionOf = (node: Node) => (node instanceof Element ? node : node.parentElement)?.closest("[aria-live], [role=status], [role=alert]");
      new MutationObserver((changes) => {
        for (const region of new Set(changes.map(({ target }) => regionOf(target)))) {
          const text = (region?.textContent ?? "").replace(/\s+/g, " ").trim();
          if (text !== "" && told.told?.at(-1) !== text) told.told?.push(text);
        }
      }).observe(document.body, { subtree: true, childList: true, characterData: true });
    });
  }

  /** What was said unasked since the last time, in the order of the alphabet; how far something has come is not noted, for it may be over before it was said. */
  async hear(page: Page, underWay: readonly string[] = []): Promise<void> {
    const told = await page.evaluate(() => {
      const all = window as { told?: string[] };
      return (all.told ?? []).splice(0);
    });
    const said = told.filter((text) => !underWay.some((words) => text.includes(words)));
    this.#lines.push(...said.sort().map((text) => `  says: ${text}`));
  }

  /** The whole page, read from top to bottom. */
  async read(page: Page): Promise<void> {
    this.#lines.push(...(await readThrough(page)).map((line) => `  | ${line}`));
  }

  async press(page: Page, key: KeyInput, name = `${key}`): Promise<string> {
    await page.keyboard.press(key);
    return this.stop(page, name);
  }

  /** Where the focus is now, after this was done. */
  async stop(page: Page, done: string): Promise<string> {
    const said = await focusSpoken(page);
    this.#lines.push(`${done} -> ${said}`);
    return said;
  }

  /** Presses Tab until what holds this name has the focus. */
  async tabTo(page: Page, name: string): Promise<void> {
    for (let stop = 0; stop < STOPS; stop++) if ((await this.press(page, "Tab")).includes(`"${name}`)) return;
    throw new Error(`no way to ${name} by Tab:\n${this.text()}`);
  }

  text(): string {
    const text = PASSING.reduce((text, times) => text.replace(times, "…"), this.#lines.join("\n"));
    return `${text}\n`;
  }
}
