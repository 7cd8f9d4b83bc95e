import { browser } from "wxt/browser";
import type { ReadableDatabase } from "./readable-database.ts";

const KEY = "no-room-at";

/** Notes that the database took nothing more for want of room; not in the database, therefore. */
export async function noteNoRoom(now: number): Promise<void> {
  await browser.storage.session.set({ [KEY]: now });
}

/** True where that is still so: how the work stands has not been written since. */
export async function lacksRoom(db: ReadableDatabase): Promise<boolean> {
  const { [KEY]: at } = await browser.storage.session.get(KEY);
  const health = await db.engine.get("health");
  return typeof at === "number" && at > (health?.name === "health" ? health.at : 0);
}
