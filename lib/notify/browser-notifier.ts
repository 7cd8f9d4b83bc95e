import { browser } from "wxt/browser";
import type { Database } from "../store/database/database.ts";
import { noteShowing } from "../store/matches/notifying.ts";
import { renderBadge } from "./render-badge.ts";
import { showNotification } from "./show-notification.ts";
import type { Notifier } from "./tell-matches.ts";

/** The browser's own notifications and toolbar button. */
export function browserNotifier(database: () => Promise<Database>): Notifier {
  return {
    async show(id, notification) {
      await noteShowing(await database(), await showNotification(id, notification), Date.now());
    },
    async shown() {
      return Object.keys(await browser.notifications.getAll());
    },
    // What is to be told does not wait for a button that cannot be drawn: it is drawn again when the work ends.
    renderBadge: async () => renderBadge(await database()).catch((error) => console.warn("PaperScout:", error)),
  };
}
