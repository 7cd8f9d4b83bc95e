import { browser } from "wxt/browser";
import type { Database } from "../store/database.ts";
import { renderBadge } from "./render-badge.ts";
import type { Notifier } from "./tell-matches.ts";

/** The browser's own notifications and toolbar button. */
export function browserNotifier(database: () => Promise<Database>): Notifier {
  return {
    async show(id, { title, message }) {
      await browser.notifications.create(id, { type: "basic", iconUrl: browser.runtime.getURL("/icon/128.png"), title, message });
    },
    async shown() {
      return Object.keys(await browser.notifications.getAll());
    },
    renderBadge: async () => renderBadge(await database()),
  };
}
