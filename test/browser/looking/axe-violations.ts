import { appendFileSync, mkdirSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, resolve } from "node:path";
import type { Page } from "puppeteer-core";
import type { BrowserName, Extension } from "../browsers/extension.ts";
import { until } from "../driving/until.ts";
import { type Colours, preferColours } from "./prefer-colours.ts";

/** What axe found when it looked at each state of each page, a line each, for whoever wants to read it. */
const REPORT = resolve(import.meta.dirname, "../../../.output/axe.jsonl");
/** Longer than any colour takes to change. */
const CHANGE_MS = 5_000;

interface Seen {
  browser: BrowserName;
  /** "popup.html". */
  page: string;
  language: string;
  state: string;
  theme: Colours;
  violations: string[];
}

/** The rules of axe that look at colours. */
const COLOUR_RULES = ["color-contrast", "link-in-text-block"];

/** What axe finds wrong with the page, or with the part that the selector names, as it stands; by these rules alone where some are given. */
async function axeViolations(page: Page, selector = "html", rules?: string[]): Promise<string[]> {
  await page.evaluate(await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8"));
  return page.evaluate(
    async (selector, rules) => {
      type Run = (context: string, options: object) => Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>;
      const { axe } = globalThis as unknown as { axe: { run: Run } };
      const { violations } = await axe.run(selector, rules ? { runOnly: rules } : {});
      return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" | ")}`);
    },
    selector,
    rules,
  );
}

/** What axe finds in dark colours, and then by the rules of colours in light ones, each named with its colours; both are noted in the report. The page is light in the end. */
export async function axeInBothColours(extension: Extension, page: Page, state: string, selector?: string): Promise<string[]> {
  const found: string[] = [];
  for (const theme of ["dark", "light"] as const) {
    const violations = await axeInColours(extension, page, theme, state, { selector, onlyColours: theme === "light" });
    found.push(...violations.map((violation) => `${theme}: ${violation}`));
  }
  return found;
}

interface Looked {
  selector?: string | undefined;
  /** The same state was looked at in other colours just before. */
  onlyColours?: boolean;
}

/** What axe finds once the page has these colours, which it keeps; it is noted in the report. */
export async function axeInColours(
  extension: Extension,
  page: Page,
  theme: Colours,
  state: string,
  { selector, onlyColours = false }: Looked,
): Promise<string[]> {
  await preferColours(extension, page, theme);
  await until(
    `${theme} colours`,
    () => page.evaluate((theme) => matchMedia(`(prefers-color-scheme: ${theme})`).matches, theme),
    (matches) => matches,
  );
  const deadline = Date.now() + CHANGE_MS;
  const rules = onlyColours ? COLOUR_RULES : undefined;
  let violations = await axeViolations(page, selector, rules);
  while (violations.length > 0 && Date.now() < deadline) violations = await axeViolations(page, selector, rules);
  const { path, language } = await page.evaluate(() => ({ path: location.pathname.slice(1), language: document.documentElement.lang }));
  note({ browser: extension.browserName, page: path, language, state, theme, violations });
  return violations;
}

/** A line is written as a whole: browsers look in several processes at once. */
function note(seen: Seen): void {
  mkdirSync(dirname(REPORT), { recursive: true });
  appendFileSync(REPORT, `${JSON.stringify(seen)}\n`);
}
