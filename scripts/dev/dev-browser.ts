import type { Extension } from "../../test/browser/browsers/extension.ts";
import { launchExtension } from "../../test/browser/browsers/launch-extension.ts";
import { hasDisplay } from "../running/has-display.ts";
import { ROOT } from "../running/run-logged.mjs";
import { findBrowser } from "../setup/find-browser.mjs";
import type { DevOptions } from "./dev-options.mjs";

/** What a newcomer sees first; the others are a click away. */
const FIRST_PAGE = "welcome.html";

/** The first page has the server turn some hundred files, which a busy machine takes a while for. */
const PATIENCE = 10 * 60_000;

export interface DevBrowser {
  openBrowser(): Promise<void>;
  closeBrowser(): Promise<void>;
  /** Closes it, also one that is just being opened, and opens none any more. */
  end(): Promise<void>;
  /** Which it is, for a person. */
  describe(): string;
}

interface Around {
  proxy: { host: string; port: number } | undefined;
  /** The person has closed the browser. */
  onClosed(): void;
  /** puppeteer has put up listeners to signals, which would end this process before anything is closed. */
  onLaunched(): void;
}

/** What WXT calls in place of its own runner, which cannot start a browser as root, nor load an extension into a new Chrome. */
export function devBrowser({ browser, headless }: DevOptions, { proxy, onClosed, onLaunched }: Around): DevBrowser {
  let opening: Promise<Extension> | undefined;
  let isOver = false;
  const isHidden = headless || !hasDisplay();

  const open = async () => {
    const buildFolder = `${ROOT}/.output/${browser}-mv3-dev`;
    const extension = await launchExtension(browser, {
      headless: isHidden,
      buildFolder,
      reachesThisMachine: true,
      patienceMs: PATIENCE,
      ...(proxy && { proxy }),
    });
    onLaunched();
    const own = opening;
    extension.browser.once("disconnected", () => {
      if (opening === own) onClosed();
    });
    return extension;
  };
  const closeBrowser = async () => {
    const opened = opening;
    opening = undefined;
    await (await opened?.catch(() => undefined))?.close();
  };
  return {
    async openBrowser() {
      if (isOver) return;
      opening = open();
      await (await opening).openPage(FIRST_PAGE);
    },
    closeBrowser,
    async end() {
      isOver = true;
      await closeBrowser();
    },
    describe: () => `${findBrowser(browser)}${isHidden ? `, without a window${headless ? "" : ": there is no display"}` : ""}; its profile is thrown away`,
  };
}
