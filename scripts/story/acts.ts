import { formatWatch } from "../../lib/watch/syntax/format-watch.ts";
import type { Watch } from "../../lib/watch/watch.ts";
import type { BrowserName, Extension } from "../../test/browser/browsers/extension.ts";
import { launchExtension } from "../../test/browser/browsers/launch-extension.ts";
import { addWatch, listWatches, openOptions } from "../../test/browser/driving/drive-options.ts";
import { checkNowAndSettle, openPopup, readMatches, statusText, waitForMatches, waitUntilSettled } from "../../test/browser/driving/drive-popup.ts";
import { until } from "../../test/browser/driving/until.ts";
import { badge, type NotificationText, notifications } from "../../test/browser/state/browser-state.ts";
import { startWeb } from "../../test/web/web.ts";
import type { Cast } from "./cast.ts";
import type { ChosenWatch } from "./choose-watches.ts";
import { takePictures } from "./pictures.ts";
import type { Told } from "./steps.ts";
import { countPapers, type Day } from "./two-days.ts";

const CHECK_MS = 120_000;
const POPUP_WIDTH = 400;
const OPTIONS_WIDTH = 900;

// The acts in their order; each resolves with what it tells, and rejects where PaperScout does not do as it should.

export async function startDouble(cast: Cast, first: Day): Promise<Told> {
  cast.web = await startWeb();
  cast.web.publishIndex(first.body);
  return [`an index of ${first.entries.size} entries, ${countPapers(first)} of them papers`];
}

export async function startBrowser(cast: Cast, browserName: BrowserName, headless: boolean): Promise<Told> {
  cast.extension = await launchExtension(browserName, { headless, ...(cast.web && { proxy: cast.web.proxy }) });
  return [`${await cast.extension.browser.version()}, in a profile that is thrown away`];
}

export async function firstCheck(cast: Cast): Promise<Told> {
  const popup = await openPopup(onStage(cast));
  cast.popup = popup;
  const status = await until(
    "the end of the first check",
    () => statusText(popup),
    (text) => /^(Checked|Could not check)/.test(text),
    CHECK_MS,
  );
  if (!status.startsWith("Checked")) throw new Error(`PaperScout says: ${status}`);
  await waitUntilSettled(popup);
  expectSame("notifications", Object.keys(await notifications(popup)), []);
  expectSame("text of the toolbar button", (await badge(popup)).text, "");
  return [status, "no notification, no number on the toolbar button: what was there before is no news"];
}

export async function addWatches(cast: Cast, chosen: ChosenWatch[], first: Day): Promise<Told> {
  const extension = onStage(cast);
  const options = await openOptions(extension);
  for (const { watch } of chosen) await addWatch(options, formatWatch(watch));
  // The list is drawn a moment after the answer.
  const watches = chosen.map(({ watch }) => formatWatch(watch));
  await until(
    `the watches ${watches.join(", ")}`,
    () => listWatches(options),
    (shown) => JSON.stringify(shown) === JSON.stringify(watches),
  );
  await takePictures(cast, extension, options, "options", OPTIONS_WIDTH);
  return chosen.map(
    ({ watch, paper }) => `${formatWatch(watch).padEnd(24)} ${paper ? `(${paper.id} will be there tomorrow)` : `(${whyNothing(watch, first)})`}`,
  );
}

export async function checkNextDay(cast: Cast, next: Day, expected: string[]): Promise<Told> {
  const { popup, web } = cast;
  if (!popup || !web) throw new Error("the first act is missing");
  web.publishIndex(next.body);
  await popup.bringToFront();
  const status = await checkNowAndSettle(popup, CHECK_MS);
  if (!status.startsWith("Checked")) throw new Error(`PaperScout says: ${status}`);
  const matches = await waitForMatches(popup, expected.length);
  expectSame("matches", matches.map(({ id }) => id).sort(), [...expected].sort());
  return [status];
}

export async function tellNews(cast: Cast, expected: string[]): Promise<Told> {
  const { popup } = cast;
  if (!popup) throw new Error("the first act is missing");
  const shown = Object.values(await notifications(popup));
  expectSame("number of notifications", shown.length, expected.length > 0 ? 1 : 0);
  const { text, title } = await badge(popup);
  expectSame("text of the toolbar button", text, expected.length > 99 ? "99+" : expected.length > 0 ? String(expected.length) : "");
  const matches = await readMatches(popup);
  await takePictures(cast, onStage(cast), popup, "popup", POPUP_WIDTH);
  return [
    ...rows("notification", notificationLines(shown, expected.length)),
    ...rows("toolbar button", [`${text || "no number"}, “${title.replace("\n", "; ")}”`]),
    ...rows("popup", matches.length > 0 ? matches.map(({ id, title, reasons }) => `${id.padEnd(10)} ${title}  [${reasons.join(", ")}]`) : ["no matches"]),
  ];
}

function notificationLines(shown: NotificationText[], papers: number): string[] {
  const [first] = shown;
  if (!first) return ["none"];
  // Chrome only says that it is there.
  if (!first.title) return [papers === 1 ? "one" : `one for all ${papers} papers`];
  return [first.title, ...(first.message ?? "").split("\n")];
}

function whyNothing({ kind }: Watch, { entries }: Day): string {
  const namesAudiences = [...entries.values()].some(({ audience }) => audience.length > 0);
  return kind === "audience" && !namesAudiences ? "this index names no audiences" : "no paper of tomorrow is for it";
}

function onStage({ extension }: Cast): Extension {
  if (!extension) throw new Error("the browser is missing");
  return extension;
}

function expectSame<T>(what: string, is: T, shouldBe: T): void {
  if (JSON.stringify(is) !== JSON.stringify(shouldBe)) throw new Error(`${what}: ${JSON.stringify(is)} instead of ${JSON.stringify(shouldBe)}`);
}

function rows(name: string, texts: string[]): string[] {
  return texts.map((text, position) => `${(position === 0 ? name : "").padEnd(16)}${text}`);
}
