import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "puppeteer-core";
import { DATABASE_NAME } from "../../../lib/store/database/database.ts";
import { type Left, leaveBehind } from "../../store/leave-behind.ts";
import type { Web } from "../../web/web.ts";
import type { BrowserName, Extension } from "../browsers/extension.ts";
import { buildOf, launchExtension } from "../browsers/launch-extension.ts";
import { reloadExtension } from "../driving/reload-extension.ts";
import { HANGS_MS, until } from "../driving/until.ts";

/** A page that is opened just as the extension is loaded anew may never draw: another one is opened then. */
const PATIENCE_MS = 10_000;

/** All that an older release left in a profile; `local` is its storage.local. What were bytes is written as `{ base64 }`. */
export interface Profile extends Left {
  local?: object;
}

/** No code of an older release is at hand, and today's must not see the database before the update: this stands in for the pages and the background. */
const PAGE = '<!doctype html><meta charset="utf-8"><title>Older</title><main id="app"><p>Older</p></main>';
const BACKGROUND = 'const api = globalThis.browser ?? chrome;\napi.runtime.onInstalled.addListener(() => api.tabs.create({ url: "welcome.html" }));\n';

/** A browser in which an older release has left this profile, and `update`, which puts the build of today in its place and gives the popup that then opens. */
export async function formerRelease(
  browserName: BrowserName,
  web: Web,
  version: string,
  profile: Profile,
): Promise<{ extension: Extension; update(): Promise<Page>; close(): Promise<void> }> {
  const place = await mkdtemp(join(tmpdir(), "paperscout-update-"));
  const folder = join(place, "build");
  const manifest = join(folder, "manifest.json");
  await cp(buildOf(browserName), folder, { recursive: true });
  await writeFile(manifest, JSON.stringify({ ...JSON.parse(await readFile(manifest, "utf8")), version }));
  await writeFile(join(folder, "background.js"), BACKGROUND);
  for (const page of ["welcome.html", "older.html"]) await writeFile(join(folder, page), PAGE);
  const extension = await launchExtension(browserName, { proxy: web.proxy, profile: join(place, "profile"), buildFolder: folder, patienceMs: PATIENCE_MS });
  const older = await extension.openPage("older.html");
  await older.evaluate(`(${leave})(${JSON.stringify(DATABASE_NAME)}, ${JSON.stringify(profile)}, ${leaveBehind})`);
  return {
    extension,
    async update() {
      await cp(buildOf(browserName), folder, { recursive: true });
      await rm(join(folder, "older.html"));
      await reloadExtension(extension, older);
      return until(
        "the update",
        async () => {
          const popup = await extension.openPage("popup.html");
          if ((await popup.evaluate("(globalThis.browser ?? chrome).runtime.getManifest().version")) !== version) {
            popup.setDefaultTimeout(HANGS_MS);
            return popup;
          }
          await popup.close();
          throw new Error("still the older release");
        },
        () => true,
      );
    },
    async close() {
      await extension.close();
      await rm(place, { recursive: true, force: true });
    },
  };
}

/** Runs in a page of the extension. */
async function leave(name: string, { local, ...left }: Profile, leaveBehind: (name: string, left: Left) => Promise<void>): Promise<void> {
  const { downloads = [] } = left.rows as { downloads?: { body: { base64: string } | Uint8Array }[] };
  for (const row of downloads) if ("base64" in row.body) row.body = Uint8Array.from(atob(row.body.base64), (byte) => byte.charCodeAt(0));
  await leaveBehind(name, left);
  const { storage } = (globalThis as unknown as { browser?: typeof chrome }).browser ?? chrome;
  if (local) await storage.local.set(local);
}
