import { readFileSync } from "node:fs";
import { join } from "node:path";
import { sampleDraft } from "../../lib/library/paper/sample-document.ts";
import { completeSettings } from "../../lib/terms/settings.ts";
import { launchExtension } from "../../test/browser/browsers/launch-extension.ts";
import { letDaysPass, switchDraftsOn, waitForCycles } from "../../test/browser/driving/drive-drafts.ts";
import { addWatch, openOptions } from "../../test/browser/driving/drive-options.ts";
import { checkNowAndSettle, openPopup, waitForMatches } from "../../test/browser/driving/drive-popup.ts";
import { preferColours } from "../../test/browser/looking/prefer-colours.ts";
import { putRow } from "../../test/browser/state/browser-state.ts";
import { launchWith } from "../../test/browser/state/choose-settings.ts";
import { sampleData } from "../../test/data.ts";
import { htmlDraft } from "../../test/web/published/sample-drafts.ts";
import { startWeb } from "../../test/web/web.ts";
import { ROOT } from "../running/run-logged.mjs";

/** Takes the picture of the README from the production build: a day on which papers of the sample appear, and one draft of a coming one. */
/** Before the sample has the revision that this draft became. */
const FOUND_AT = Date.UTC(2026, 10, 3);
const WATCHES = ["P2300", "author:Kurt Gödel", "author:Noether title:rings", "LEWG"];
const POPUP = { width: 400, height: 480, deviceScaleFactor: 2 };

const index = (name: string) => readFileSync(sampleData(name), "utf8");
const web = await startWeb();
web.publishIndex(index("index.json"));
const settings = { ...completeSettings([]), drafts: false, openStd: false, askGapMs: 20, askJitterPercent: 0, minutesBetweenNotifications: 0 };
const extension = await launchWith(web, settings, () => launchExtension("chrome", { proxy: web.proxy }));
try {
  const options = await openOptions(extension);
  for (const watch of WATCHES) await addWatch(options, watch);
  await switchDraftsOn(options);
  await waitForCycles(options, 1);
  const page = { title: "`std::promised`", authors: ["Haskell Curry", "Alonzo Church", "Sophie Germain", "Ada Lovelace"], audience: ["LWG"] };
  await putRow(options, "drafts", sampleDraft(2300, 11, { page, foundAt: FOUND_AT }));
  const draft = { id: "D4352R0", title: "Rings for everybody, and fields for some", authors: ["Emmy Noether"], audience: "LEWG", date: "2026-11-18" };
  web.publishDraft("D4352R0.html", htmlDraft(draft));
  web.publishIndex(index("next-index.json"));
  const popup = await openPopup(extension);
  await checkNowAndSettle(popup);
  await letDaysPass(options);
  await waitForCycles(options, 2);
  await options.close();
  await waitForMatches(popup, 4);
  await popup.setViewport(POPUP);
  await popup.bringToFront();
  await preferColours(extension, popup, "light");
  await popup.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  // New colours fade in.
  await popup.waitForFunction(() => document.getAnimations().length === 0);
  await popup.screenshot({ path: join(ROOT, "docs/popup.png") as `${string}.png` });
} finally {
  await extension.close();
  await web.close();
}
