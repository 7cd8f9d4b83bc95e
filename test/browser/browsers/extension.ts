import type { Browser, Page } from "puppeteer-core";

export type BrowserName = "chrome" | "firefox";
/** A folder of public/_locales: "en", "pt_BR". */
export type Language = string;

/** PaperScout's production build, running in a real browser with a profile of its own. */
export interface Extension {
  browserName: BrowserName;
  browser: Browser;
  /** As the browser names it. */
  id: string;
  /** Opens a page of the extension ("popup.html") and waits until it has drawn something. */
  openPage(path: string): Promise<Page>;
  /** Stops the service worker or event page at once, wherever it is, as the browser itself may. */
  killBackground(): Promise<void>;
  close(): Promise<void>;
}

export interface BrowserOptions {
  /** Of the proxy that stands for the web; without it the browser uses the network as it is. */
  proxy?: WebProxy;
  /** What is on this machine is reached past the proxy, such as the server that a development build loads its code from. */
  reachesThisMachine?: boolean;
  headless?: boolean;
  /** Of the browser's own texts, and so of the extension's; English unless told, whatever the machine speaks. */
  language?: Language;
  /** What stands in for the machine's settings, so that a page looks the same on every machine: the file that names fonts (heeded by Chromium where it uses fontconfig) and the time zone (by Chromium). */
  looks?: { fonts: string; timeZone?: string };
  /** The folder of the browser's profile, which stays; one of its own that goes with the browser unless told. */
  profile?: string;
  executablePath: string;
}

export interface InstallOptions {
  /** The folder of the built extension. */
  buildFolder: string;
  /** The browser is started again with a profile that knows the extension. */
  isRestart?: boolean;
  language?: Language;
  /** How long a page may take to draw something; a minute unless told. */
  patienceMs?: number;
}

export interface WebProxy {
  host: string;
  port: number;
}
