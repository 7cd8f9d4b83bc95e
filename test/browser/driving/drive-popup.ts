import type { Page } from "puppeteer-core";
import { CALM_MS } from "../../../components/hooks/calmly.ts";
import { isFailure } from "../../../lib/terms/check-outcome.ts";
import type { Extension } from "../browsers/extension.ts";
import { readTable, readTables } from "../state/browser-state.ts";
import { clickHeard, clickOn } from "./click-heard.ts";
import { findButton } from "./find-button.ts";
import { HANGS_MS, until } from "./until.ts";

/** A match as the popup shows it. */
export interface ShownMatch {
  id: string;
  title: string;
  /** As read by a person: "P2300", "author Kühl". */
  reasons: string[];
}

/** A build before had its one line where this one tells screen readers of it. */
const DRAWN_MS = CALM_MS + 100;
const STATUS = '.status-line, [role="status"]';
const CHECK_NOW = '[data-control="check-now"]';
/** The part of the popup that holds the unread matches, or why there are none; it comes with the first answer of the database. */
const INBOX = "section.unread";

/** Opens the popup in a tab and waits until it shows how checking stands. */
export async function openPopup(extension: Extension): Promise<Page> {
  const page = await extension.openPage("popup.html");
  await page.waitForSelector(STATUS);
  return page;
}

/** How checking stands, in the popup's words: begins with "Checked", "Checking", "Never checked" or "Could not check". */
export async function statusText(page: Page): Promise<string> {
  return page.$$eval(STATUS, ([status]) => status?.textContent ?? "");
}

/** Waits until the status begins with this, and gives all of it. */
export function waitForStatus(page: Page, beginning: "Checked" | "Checking" | "Never checked" | "Could not check", timeoutMs?: number): Promise<string> {
  return until(
    `a status that begins with "${beginning}"`,
    () => statusText(page),
    (text) => text.startsWith(beginning),
    timeoutMs,
  );
}

/** Opens what the popup has to say beyond the line of the status. */
export async function unfoldStatus(page: Page): Promise<void> {
  const details = await page.waitForSelector(".status details");
  await details?.evaluate((details) => {
    (details as HTMLDetailsElement).open = true;
  });
}

/** Clicks "Check now", which is "Try again" after a failure, as soon as that can be done. The check runs on. */
export function checkNow(page: Page): Promise<void> {
  return clickOn(page, `${CHECK_NOW}:not([aria-disabled="true"])`);
}

/** Opens the menu behind "…" and takes the item of that name. */
export async function chooseInMenu(page: Page, name: string): Promise<void> {
  await clickButton(page, "More");
  await page.locator(`::-p-aria([name="${name}"][role="menuitem"])`).click();
}

/**
 * Clicks "Check now" and waits until that check has ended, well or badly, and all that it found is matched and told.
 * Gives the status then.
 */
export async function checkNowAndSettle(page: Page, timeoutMs?: number): Promise<string> {
  const before = (await readCheck(page))?.lastTriedAt ?? 0;
  await checkNow(page);
  await until(
    "the check that was asked for",
    () => readCheck(page),
    (check) => (check?.lastTriedAt ?? 0) > before,
    timeoutMs,
  );
  return waitUntilSettled(page, timeoutMs);
}

/** Waits until no check runs, the log is read to its end and every match is told; gives the status then. */
export async function waitUntilSettled(page: Page, timeoutMs?: number): Promise<string> {
  await until(
    "the work to end",
    () => unfinishedWork(page),
    (work) => work.length === 0,
    timeoutMs,
  );
  // A page is drawn anew twice a second at most: what it shows by then is what is there.
  await page.evaluate((ms) => new Promise((resolve) => setTimeout(resolve, ms)), DRAWN_MS);
  const settled = await until(
    "a status after the work",
    async () => ({ text: await statusText(page), outcome: (await readCheck(page))?.outcome }),
    ({ text, outcome }) => !/^(Checking|Sorting)/.test(text) && text.startsWith("Could not check") === (outcome !== undefined && isFailure(outcome)),
    timeoutMs,
  );
  return settled.text;
}

/** The unread matches in the order shown, however far one has to scroll for them and of whichever paper; opens all that has revisions. [] only where the popup says that there are none. */
export async function readMatches(page: Page): Promise<ShownMatch[]> {
  const shown = await page.evaluate(
    async (selector, hangsMs) => {
      const deadline = Date.now() + hangsMs;
      const [from, read] = [scrollY, new Map<number, ShownMatch[]>()];
      let before: number | undefined;
      for (;;) {
        const inbox = document.querySelector(selector);
        const closed = [...(inbox?.querySelectorAll<HTMLElement>('[data-control="revisions"][aria-expanded="false"]') ?? [])];
        for (const button of closed) button.click();
        const count = Number(inbox?.querySelector(".matches > [aria-setsize]")?.getAttribute("aria-setsize") ?? 0);
        // Another list than the one that was begun.
        if (count !== before) read.clear();
        before = count;
        for (const paper of inbox?.querySelectorAll("li.match") ?? []) {
          const rows = [...paper.querySelectorAll(".match-row")].filter((row) => !row.querySelector('[data-control="revisions"]'));
          read.set(
            Number(paper.getAttribute("aria-posinset")),
            rows.map((item) => ({
              id: item.querySelector(".match-id")?.textContent?.trim() ?? "",
              title: item.querySelector(".match-title")?.textContent?.trim() ?? "",
              reasons: [...item.querySelectorAll(".reason")].map((reason) => reason.textContent?.trim() ?? ""),
            })),
          );
        }
        const places = Array.from({ length: count }, (_, place) => place + 1);
        const missing = places.find((place) => !read.has(place));
        if (inbox && closed.length === 0 && missing === undefined) {
          if (scrollY !== from) scrollTo(0, from);
          return places.flatMap((place) => read.get(place) ?? []);
        }
        if (Date.now() > deadline) return undefined;
        if (closed.length === 0 && missing !== undefined && !inbox?.querySelector(`[aria-posinset="${missing}"]`)) {
          const isBelow = [...(inbox?.querySelectorAll("[aria-posinset]") ?? [])].some(
            (row) => Number(row.getAttribute("aria-posinset")) < missing && row.getBoundingClientRect().bottom > innerHeight / 2,
          );
          scrollBy(0, isBelow ? innerHeight : -innerHeight);
        }
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    },
    INBOX,
    HANGS_MS,
  );
  if (!shown) throw new Error(`not all matches were drawn within ${HANGS_MS} ms`);
  return shown;
}

/** Waits until the popup shows at least so many unread matches, and gives them. */
export function waitForMatches(page: Page, count: number, timeoutMs?: number): Promise<ShownMatch[]> {
  return until(
    `${count} matches`,
    () => readMatches(page),
    (matches) => matches.length >= count,
    timeoutMs,
  );
}

export async function markAllRead(page: Page): Promise<void> {
  await clickButton(page, "Mark all read");
  await until(
    "no unread match",
    () => readMatches(page),
    (matches) => matches.length === 0,
  );
}

/** Clicks a button by its accessible name, once it is there and enabled. */
export function clickButton(page: Page, name: string): Promise<void> {
  return clickHeard(() => findButton(page, name));
}

async function readCheck(page: Page) {
  return (await readTable(page, "state")).find((row) => row.name === "check");
}

async function unfinishedWork(page: Page): Promise<string[]> {
  const { state, log, cursors, matches } = await readTables(page, "state", "log", "cursors", "matches");
  const check = state.find((row) => row.name === "check");
  const read = cursors.find(({ name }) => name === "matcher")?.forward ?? 0;
  return [
    ...(state.some((row) => row.name === "progress") ? ["a check"] : []),
    ...(check?.outcome?.kind === "interrupted" ? ["a check that has begun"] : []),
    ...((log.at(-1)?.seq ?? 0) > read ? ["events of the log"] : []),
    ...(matches.some(({ notifiedAt }) => notifiedAt === 0) ? ["matches that are not told"] : []),
  ];
}
