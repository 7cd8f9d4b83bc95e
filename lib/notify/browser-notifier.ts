import { browser } from "wxt/browser";
import type { Notifier } from "./tell-matches.ts";

/** The browser's own notifications. */
export const browserNotifier: Notifier = {
  async show(id, { title, message }) {
    await browser.notifications.create(id, { type: "basic", iconUrl: browser.runtime.getURL("/icon/128.png"), title, message });
  },
  async shown() {
    return Object.keys(await browser.notifications.getAll());
  },
};
