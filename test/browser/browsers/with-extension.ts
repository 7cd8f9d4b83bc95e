import { afterAll, beforeAll, describe } from "vitest";
import type { Settings } from "../../../lib/terms/settings.ts";
import { startWeb, type Web } from "../../web/web.ts";
import { INDEX_ONLY, launchWith } from "../state/choose-settings.ts";
import type { BrowserName, Extension } from "./extension.ts";
import { standingExtension } from "./standing-browsers.ts";

export interface Stage {
  browserName: BrowserName;
  web: Web;
  extension: Extension;
}

export const BROWSERS: BrowserName[] = ["chrome", "firefox"];

/**
 * Describes the same behaviour for each browser, with an extension freshly installed and a web of its own; its tests run
 * one after the other on the same profile. `publish` sets up what the web serves when the extension first looks. Unless
 * told, it looks at the index alone.
 */
export function inEachBrowser(
  what: string,
  publish: (web: Web) => void | Promise<void>,
  tests: (stage: () => Stage) => void,
  settings: Partial<Settings> = INDEX_ONLY,
): void {
  describe.each(BROWSERS)(`${what} (%s)`, (browserName) => {
    let stage: Stage | undefined;
    beforeAll(async () => {
      const web = await startWeb();
      await publish(web);
      const { proxy } = web;
      stage = { browserName, web, extension: await launchWith(web, settings, () => standingExtension(browserName, { proxy })) };
    });
    afterAll(async () => {
      await stage?.extension.close();
      await stage?.web.close();
    });
    tests(() => {
      if (!stage) throw new Error("the browser did not start");
      return stage;
    });
  });
}
