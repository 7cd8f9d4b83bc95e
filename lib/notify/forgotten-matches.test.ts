import { expect, it } from "vitest";
import { telling } from "../../test/notify/telling.ts";
import { hearLog, listenersAt } from "../../test/store/hear-log.ts";
import { indexOf } from "../../test/store/index-of.ts";
import { replaceIndex } from "../store/index/replace-index.ts";
import { writeSetting } from "../store/lists/settings-store.ts";
import { addWatch } from "../store/lists/watchlists.ts";
import { forgetRead } from "../store/matches/matches.ts";
import { control } from "../work/control.ts";

it.each([
  ["notify", true],
  ["notify", false],
  ["badge", true],
] as const)("what was read and forgotten stays quiet: %s, notifications %s", async (mode, notifications) => {
  const { db, work, state, untold } = await telling();
  await writeSetting(db, "notifications", notifications);
  const list = await db.watchlists.add({ name: "x", mode });
  await addWatch(db, list, { kind: "paper", text: "P2300" }, 0);
  await replaceIndex(db, indexOf({ P1R0: {} }), {}, 1000);
  await replaceIndex(db, indexOf({ P1R0: {}, P2300R0: {} }), {}, 2000);
  await hearLog(db, 2000);
  await work.drain();
  const shows = mode === "notify" && notifications ? 1 : 0;
  expect(state.shows).toBe(shows);
  await db.matches.toCollection().modify({ readAt: 3000 });
  await forgetRead(db, 4000);
  await control.resetListener(listenersAt(db, 5000), "matcher");
  await hearLog(db, 5000);
  expect(await db.matches.get("P2300R0")).toMatchObject({ readAt: 5000 });
  expect(await untold()).toBe(0);
  await work.drain();
  expect(state.shows).toBe(shows);
});
