import type { Page } from "puppeteer-core";
import type { OptionsPage } from "../../../components/options/pages/options-pages.ts";
import type { Extension } from "../browsers/extension.ts";
import { clickOn } from "./click-heard.ts";
import { clickButton } from "./drive-popup.ts";
import { typeInto } from "./type-into.ts";
import { until } from "./until.ts";

const FIELD = 'form.add-watch [role="combobox"]';

const ASKED_BACK = "form.add-watch .choices button[data-sure]";

/** Opens the options page and waits until a watch can be added. */
export async function openOptions(extension: Extension): Promise<Page> {
  const page = await extension.openPage("options.html");
  await page.waitForSelector(FIELD);
  return page;
}

/** Opens a page of the settings and waits until it is drawn; with `unfold` also what is folded away on it. */
export async function openSettings(extension: Extension, name: OptionsPage, unfold?: "advanced" | "report"): Promise<Page> {
  const page = await extension.openPage(`options.html#/${name}`);
  await page.waitForSelector(`#${name} > :not(h1)`);
  if (unfold) await unfoldPart(page, unfold);
  return page;
}

/** Goes to another page of the settings in the same tab. */
export async function goToSettings(page: Page, name: OptionsPage, unfold?: "advanced" | "report"): Promise<void> {
  if (!(await page.$(`#${name}`))) await page.evaluate((name) => location.assign(`#/${name}`), name);
  await page.waitForSelector(`#${name} > :not(h1)`);
  if (unfold) await unfoldPart(page, unfold);
}

/** Unfolds what is behind "Advanced" or "Details for bug reports". */
async function unfoldPart(page: Page, part: "advanced" | "report"): Promise<void> {
  const summary = await page.waitForSelector(`details.${part} > summary`);
  await summary?.evaluate((element) => element.parentElement?.hasAttribute("open") || (element as HTMLElement).click());
  await page.waitForSelector(`details.${part}[open] > :not(summary)`);
}

/**
 * Types a watch ("P2300", "author:Kühl", "LEWG") and presses Enter. Where the text may mean either, as "Kühl" does, `as`
 * is clicked. Gives what the page answers: that it was added, that it was there already, or what is wrong with it.
 */
export async function addWatch(page: Page, text: string, as?: "author" | "title"): Promise<string> {
  await goToSettings(page, "watchlists");
  await typeInto(page, FIELD, text);
  // What is offered to complete it would lie over what is below.
  await page.keyboard.press("Escape");
  if (as) await clickOn(page, `form.add-watch .choices button[data-kind="${as}"]`);
  else await page.keyboard.press("Enter");
  return until(
    `an answer to "${text}"`,
    async () => {
      // What the index knows nothing of is asked back about; whoever is sure of it says so.
      if (!as) await page.$eval(ASKED_BACK, (button) => (button as HTMLElement).click()).catch(() => undefined);
      return answerText(page);
    },
    (answer) => answer !== "",
  );
}

/** All watches shown, of all lists, as one would type them: "P2300", "author:Eddie Kühl". */
export async function listWatches(page: Page): Promise<string[]> {
  await goToSettings(page, "watchlists");
  return page.$$eval('ul[aria-label="Watches"] button[aria-label^="Remove "]', (buttons) =>
    buttons.map((button) => (button.getAttribute("aria-label") ?? "").replace("Remove ", "")),
  );
}

/** Clicks the button that removes this watch, named as in `listWatches`, and waits until it is gone. */
export async function removeWatch(page: Page, watch: string): Promise<void> {
  await goToSettings(page, "watchlists");
  await clickButton(page, `Remove ${watch}`);
  await until(
    `the end of ${watch}`,
    () => listWatches(page),
    (watches) => !watches.includes(watch),
  );
}

function answerText(page: Page): Promise<string> {
  return page.$$eval('form.add-watch [role="alert"], form.add-watch [role="status"]', (answers) =>
    answers.map((answer) => answer.textContent?.trim()).join(""),
  );
}
