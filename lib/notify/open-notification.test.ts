import { beforeEach, expect, it, vi } from "vitest";
import { found } from "../../test/store/found-match.ts";
import { freshDatabase } from "../../test/store/fresh-database.ts";
import { openNotification } from "./open-notification.ts";

const seen = vi.hoisted(() => ({ opened: [] as string[], cleared: [] as string[] }));
vi.mock("wxt/browser", () => ({
  browser: {
    runtime: { getURL: (path: string) => `extension:/${path}` },
    tabs: { create: async ({ url }: { url: string }) => void seen.opened.push(url) },
    notifications: { clear: async (id: string) => void seen.cleared.push(id) },
  },
}));

beforeEach(() => void Object.assign(seen, { opened: [], cleared: [] }));

it.each([
  ["of one paper opens it, which is read then", 1, "https://wg21.link/p0001r0", [9]],
  ["of more opens the inbox, and they stay unread", 2, "extension://popup.html", [0, 0]],
  ["of what is no more opens the inbox", 0, "extension://popup.html", []],
])("a click on a notification %s", async (_, count, url, readAt) => {
  const db = await freshDatabase();
  await db.matches.put(found("P0009R0", { notification: "other" }));
  for (let number = 1; number <= count; number++) await db.matches.put(found(`P000${number}R0`, { notification: "mine" }));
  await openNotification(db, "mine", 9);
  expect(seen).toEqual({ opened: [url], cleared: ["mine"] });
  expect((await db.matches.where({ notification: "mine" }).toArray()).map((match) => match.readAt)).toEqual(readAt);
  expect(await db.matches.get("P0009R0")).toMatchObject({ readAt: 0 });
});
