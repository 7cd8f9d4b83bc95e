import { browser } from "wxt/browser";
import type { ReadableDatabase } from "./readable-database.ts";

const KEY = "no-room-at";

/** Notes that the database took nothing more for want of room; not in the database, therefore. */
export async function noteNoRoom(now: number): Promise<void> {
  await browser.storage.session.set({ [KEY]: now });
}

/** True where that is still so: no end of a job has been written since. */
export async function lacksRoom(db: ReadableDatabase): Promise<boolean> {
  const { [KEY]: at } = await browser.storage.session.get(KEY);
  return typeof at === "number" && at > ((await db.jobs.orderBy("endedAt").last())?.endedAt ?? 0);
}
