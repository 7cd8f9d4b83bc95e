import { browser } from "wxt/browser";
import type { Notification } from "./compose-notification.ts";
import { isDenied } from "./permission-level.ts";

/** What became of a notification: on the screen; handed to the system, of which nothing more is heard; kept from the screen. */
export type Showing = "shown" | "handed-over" | "blocked";

const FIREFOX_TELLS_WITHIN_MS = 3_000;
const CLOSED_FOR_GOOD_MS = 500;

/** Firefox's own event. */
interface ShownEvent {
  onShown: { addListener(listener: (id: string) => void): void; removeListener(listener: (id: string) => void): void };
}

/** Shows a notification, in place of one of the same id, and gives what became of it as far as the browser tells. Rejects where the browser does not take it. */
export async function showNotification(id: string, { title, message, silent }: Notification): Promise<Showing> {
  const options = { type: "basic" as const, iconUrl: browser.runtime.getURL("/icon/128.png"), title, message };
  if (import.meta.env.FIREFOX) {
    const fate = fateOf(id);
    // Firefox refuses options that it does not know, and `silent` is one.
    await browser.notifications.create(id, options);
    return fate;
  }
  await browser.notifications.create(id, silent ? { ...options, silent } : options);
  return (await isDenied()) ? "blocked" : "handed-over";
}

/** Firefox says that it has shown a notification, and closes one at once that the system would not show. */
function fateOf(id: string): Promise<Showing> {
  const { onShown } = browser.notifications as unknown as ShownEvent;
  const { onClosed } = browser.notifications;
  return new Promise((resolve) => {
    const end = (showing: Showing) => {
      clearTimeout(timer);
      onShown.removeListener(shown);
      onClosed.removeListener(closed);
      resolve(showing);
    };
    const shown = (which: string) => which === id && end("shown");
    // It may be the one before, of the same id, that was closed.
    const closed = (which: string) => which === id && setTimeout(end, CLOSED_FOR_GOOD_MS, "blocked");
    const timer = setTimeout(end, FIREFOX_TELLS_WITHIN_MS, "handed-over");
    onShown.addListener(shown);
    onClosed.addListener(closed);
  });
}
