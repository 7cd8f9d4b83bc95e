import preact from "@preact/preset-vite";
import { defineConfig } from "wxt";
import { readSubscription } from "./lib/feed/subscription.ts";
import { HOSTS } from "./lib/terms/hosts.ts";
import { devThread, devThreadFile } from "./scripts/build/dev-thread.ts";
import { notePieces } from "./scripts/build/note-pieces.ts";
import { sharedThread } from "./scripts/build/shared-thread.ts";

/** The feed that this build carries, as it is subscribed to; none where nothing is said. */
const FEED = process.env.PAPERSCOUT_FEED ?? "";
if (FEED !== "" && !readSubscription(FEED).ok) throw new Error(`PAPERSCOUT_FEED is no address of a feed: ${FEED}`);

const CONTENT_SECURITY = [
  "script-src 'self'",
  "object-src 'self'",
  // A feed of shared finds may lie anywhere behind https, or on this machine; all else is held to HOSTS by lib/net/held-to.ts.
  "connect-src 'self' https: http://127.0.0.1:* http://localhost:*",
].join("; ");

export default defineConfig({
  modules: ["@wxt-dev/webextension-polyfill"],
  manifestVersion: 3,
  hooks: {
    // Built in one go, the pages and the background would share two dozen files, and each opening and each wake would load them one by one.
    "entrypoints:grouped"(_, groups) {
      groups.splice(0, groups.length, ...groups.flatMap((group) => (Array.isArray(group) ? group.map((entry) => [entry]) : [group])));
    },
    "build:publicAssets"(wxt, files) {
      if (wxt.server) files.push(devThreadFile(wxt.server.origin));
    },
  },
  vite: ({ browser }) => ({
    plugins: [preact(), sharedThread(), devThread(), notePieces(browser)],
    // The package's own entry is its build for browsers of ten years ago: a tenth more to load, for every page and wake.
    resolve: { alias: [{ find: /^dexie$/, replacement: "dexie/dist/modern/dexie.mjs" }] },
    define: { PAPERSCOUT_FEED: JSON.stringify(FEED) },
    // Readable stores reviews and stack traces are worth more than the kilobytes: nothing here is served over a network.
    build: { target: ["chrome137", "firefox140"] },
  }),
  manifest: ({ browser, command }) => ({
    name: "__MSG_extensionName__",
    description: "__MSG_extensionDescription__",
    default_locale: "en",
    // Heavy work has a document of its own in Chrome; Firefox has no such thing and needs none.
    permissions: ["alarms", "contextMenus", "storage", "unlimitedStorage", "notifications", ...(browser === "chrome" ? ["offscreen"] : [])],
    host_permissions: Object.values(HOSTS),
    // While developing, pages are served by a server of their own.
    ...(command === "build" && { content_security_policy: { extension_pages: CONTENT_SECURITY } }),
    icons: { 16: "icon/16.png", 32: "icon/32.png", 48: "icon/48.png", 96: "icon/96.png", 128: "icon/128.png" },
    action: { default_title: "PaperScout", default_icon: { 16: "icon/16.png", 32: "icon/32.png", 48: "icon/48.png" } },
    omnibox: { keyword: "wg21" },
    ...(browser === "firefox"
      ? {
          browser_specific_settings: {
            gecko: { id: "paperscout@paperscout.invalid", strict_min_version: "140.0", data_collection_permissions: { required: ["none"] } },
          },
        }
      : { minimum_chrome_version: "137" }),
  }),
});
