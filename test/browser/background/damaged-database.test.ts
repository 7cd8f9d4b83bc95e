import { cp, mkdtemp, readdir, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startWeb, type Web } from "../../web/web.ts";
import type { BrowserName, Extension } from "../browsers/extension.ts";
import { buildOf, launchExtension } from "../browsers/launch-extension.ts";
import { BROWSERS } from "../browsers/with-extension.ts";
import { addWatch, listWatches, openOptions } from "../driving/drive-options.ts";
import { clickButton, openPopup, waitForStatus, waitUntilSettled } from "../driving/drive-popup.ts";
import { expectSoon } from "../driving/expect-soon.ts";
import { until } from "../driving/until.ts";
import { waitForText } from "../driving/wait-for-text.ts";
import { smallIndex } from "../published/small-index.ts";
import { badge } from "../state/browser-state.ts";
import { INDEX_ONLY, launchWith } from "../state/choose-settings.ts";

const WATCHES = ["P2300", "author:Gödel"];

/** Which files of a profile hold an extension's database. */
const DATABASE_FILES: Record<BrowserName, RegExp> = {
  chrome: /IndexedDB\/chrome-extension_[^/]*\.leveldb\/(?:MANIFEST|CURRENT|.*\.log|.*\.ldb)/,
  // What the browser keeps in storage.local is a database as well, under a name with "^" in it.
  firefox: /moz-extension\+\+\+[^/^]*\/idb\/[^/]*\.sqlite(?:-wal)?$/,
};

describe.each(BROWSERS)("a database whose files are damaged while the browser is closed (%s)", (browserName) => {
  let folder: string;
  let web: Web;
  let extension: Extension | undefined;
  const launch = (isRestart: boolean) =>
    launchExtension(browserName, { proxy: web.proxy, profile: join(folder, "profile"), buildFolder: join(folder, "build"), isRestart });

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "paperscout-damaged-"));
    await cp(buildOf(browserName), join(folder, "build"), { recursive: true });
    web = await startWeb();
    web.publishIndex(smallIndex());
    extension = await launchWith(web, INDEX_ONLY, () => launch(false));
  });
  afterAll(async () => {
    await extension?.close();
    await web?.close();
    await rm(folder, { recursive: true, force: true });
  });

  it("is never shown as empty: the lists come back by themselves, or it is said and they come back by a reset", async () => {
    if (!extension) throw new Error("the browser did not start");
    const popup = await openPopup(extension);
    await waitForStatus(popup, "Checked");
    await waitUntilSettled(popup);
    const options = await openOptions(extension);
    for (const watch of WATCHES) await addWatch(options, watch);
    await extension.close();
    expect(await damage(join(folder, "profile"), DATABASE_FILES[browserName])).toBeGreaterThan(0);

    extension = await launch(true);
    const page = await extension.openPage("popup.html");
    const said = await waitForText(page, /restored from their copy|could not be read/);
    const isLost = /could not be read/.test(said);
    console.log(`${browserName}: ${isLost ? "the database could not be read" : "the lists were restored"}`);
    expect(said).not.toMatch(/No watchlist yet/);
    if (isLost) {
      await until(
        "a sign on the button",
        () => badge(page),
        ({ text }) => text === "!",
      );
      await reset(page);
    }
    const again = (await until(
      "the options page",
      () => openOptions(extension as Extension).catch(() => undefined),
      (opened) => opened !== undefined,
    )) as Page;
    await expectSoon(() => listWatches(again)).toEqual(WATCHES);
    const checked = await openPopup(extension);
    await waitForStatus(checked, "Checked");
  });
});

async function reset(page: Page): Promise<void> {
  await clickButton(page, "Reset");
  await page.waitForSelector("dialog[open]");
  await page.evaluate(() => (document.querySelector("dialog[open] button.danger, dialog[open] form button:last-of-type") as HTMLElement).click());
}

/** Overwrites these files of a folder with what is no database; gives how many there were. */
async function damage(folder: string, files: RegExp): Promise<number> {
  const hit = (await readdir(folder, { recursive: true })).filter((name) => files.test(name));
  for (const name of hit) {
    const path = join(folder, name);
    await writeFile(path, Buffer.alloc(Math.max(64, (await stat(path)).size), 0xa5));
  }
  return hit.length;
}
