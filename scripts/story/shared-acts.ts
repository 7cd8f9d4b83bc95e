import { completeSettings } from "../../lib/terms/settings.ts";
import { READ_FEED } from "../../lib/terms/work-names.ts";
import type { BrowserName, Extension } from "../../test/browser/browsers/extension.ts";
import { launchExtension } from "../../test/browser/browsers/launch-extension.ts";
import { addWatch, goToSettings, openOptions } from "../../test/browser/driving/drive-options.ts";
import { until } from "../../test/browser/driving/until.ts";
import { notifications, readTable, ringAlarm } from "../../test/browser/state/browser-state.ts";
import { launchWith } from "../../test/browser/state/choose-settings.ts";
import { makeDue } from "../../test/browser/state/let-time-pass.ts";
import { growingPapers } from "../../test/headless/growing-papers.ts";
import { askedByBrowsers, SERVED_AT, servedScout } from "../../test/headless/served-scout.ts";
import { startWeb } from "../../test/web/web.ts";
import type { SharedCast } from "./cast.ts";
import { takePictures } from "./pictures.ts";
import type { Told } from "./steps.ts";

const OPTIONS_WIDTH = 900;
/** Longer than a claim may wait to be verified. */
const VERIFIED_MS = 180_000;
const WATCH = "author:Noether";

// The acts of the story of shared finds in their order; each resolves with what it tells.

export async function startScout(cast: SharedCast): Promise<Told> {
  const web = await startWeb();
  const papers = growingPapers(web);
  papers.grow();
  const scout = await servedScout(web);
  Object.assign(cast, { web, papers, scout });
  await scout.start();
  const served = await until(
    "the first publication",
    () => scout.read(),
    (served) => served?.drafts.length === 1,
  );
  return [`subscribe to ${scout.address}`, `it knows ${served?.drafts.map(({ id }) => id).join(", ")}`];
}

export async function subscribeBoth(cast: SharedCast, names: BrowserName[], headless: boolean): Promise<Told> {
  const { web, scout, extensions } = onStage(cast);
  const settings = { ...completeSettings([]), openStd: false, minutesBetweenNotifications: 0, feeds: scout.address };
  for (const name of names) {
    const extension = await launchWith(web, settings, () => launchExtension(name, { headless, proxy: web.proxy }));
    extensions.push(extension);
    const page = await openOptions(extension);
    await addWatch(page, WATCH);
    await until(
      "the first reading",
      () => readTable(page, "feeds"),
      ([row]) => row?.readAt !== undefined,
    );
    await goToSettings(page, "drafts");
    await takePictures(cast, extension, page, `shared-${extensions.length}`, OPTIONS_WIDTH);
    cast.pages.push(page);
  }
  const asked = askedByBrowsers(web, "isocpp.org");
  if (asked.length > 0) throw new Error(`isocpp.org was asked for ${asked.join(", ")}`);
  return [`${await versions(extensions)}; each watches ${WATCH}`, "what the scout knew at first is no news, and isocpp.org was asked for nothing"];
}

export async function findOne(cast: SharedCast): Promise<Told> {
  const { scout, papers } = onStage(cast);
  const before = await scout.read();
  // One that stays would look at the index again in ten minutes.
  await scout.kill();
  papers.grow();
  await scout.round();
  await scout.start();
  const served = await scout.read(before?.payload);
  const found = served?.drafts.find(({ id }) => id === papers.ids().at(-1));
  if (!found?.page) throw new Error("the scout has not found it");
  return [`killed and started again it finds ${found.id}, “${found.page.title}”, and publishes no. ${served?.head.seq}`];
}

export async function tellBoth(cast: SharedCast): Promise<Told> {
  const { web, papers, pages } = onStage(cast);
  const id = papers.ids().at(-1);
  for (const page of pages) {
    await makeDue(page, `${READ_FEED} ${SERVED_AT}`);
    await ringAlarm(page);
  }
  for (const page of pages) {
    await until(
      "the find to be told",
      async () => (await readTable(page, "matches")).find((match) => match.id === id),
      (match) => (match?.notifiedAt ?? 0) > 0,
      VERIFIED_MS,
    );
    const shown = Object.keys(await notifications(page)).length;
    if (shown !== 1) throw new Error(`${shown} notifications instead of one`);
  }
  const asked = askedByBrowsers(web, "isocpp.org");
  if (asked.length !== pages.length || new Set(asked).size !== 1) throw new Error(`isocpp.org was asked for ${asked.join(", ")}`);
  return [`told once in each of ${pages.length} browsers`, `isocpp.org saw ${asked[0]} from each, and nothing else`];
}

async function versions(extensions: Extension[]): Promise<string> {
  return (await Promise.all(extensions.map(({ browser }) => browser.version()))).join(" and ");
}

function onStage({ web, papers, scout, ...cast }: SharedCast) {
  if (!web || !papers || !scout) throw new Error("the first act is missing");
  return { web, papers, scout, ...cast };
}
