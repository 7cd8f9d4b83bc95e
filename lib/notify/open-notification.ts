import { browser } from "wxt/browser";
import { paperLink } from "../papers/paper-link.ts";
import type { Database } from "../store/database/database.ts";
import { markRead } from "../store/matches/matches.ts";

/** What a click on a notification does: opens the paper where it tells of one, which then counts as read; else the inbox. */
export async function openNotification(db: Database, id: string, now: number): Promise<void> {
  const [match, ...others] = await db.matches.where({ notification: id }).toArray();
  const single = match && others.length === 0;
  await browser.tabs.create({ url: single ? paperLink(match.paper) : browser.runtime.getURL("/popup.html") });
  if (single) await markRead(db, [match.id], now);
  await browser.notifications.clear(id);
}
