import { expect, it } from "vitest";
import { freshDatabase } from "../../test/store/fresh-database.ts";
import { hearLog, listenersAt } from "../../test/store/hear-log.ts";
import { indexOf } from "../../test/store/index-of.ts";
import { forgetRead } from "../store/matches.ts";
import { replaceIndex } from "../store/replace-index.ts";
import { addWatch } from "../store/watchlists.ts";
import { control } from "../work/control.ts";
import { nameUntold } from "./tell-matches.ts";

it.each(["notify", "badge"] as const)("what was read and forgotten stays quiet: %s", async (mode) => {
  const db = await freshDatabase();
  const list = await db.watchlists.add({ name: "x", mode });
  await addWatch(db, list, { kind: "paper", text: "P2300" }, 0);
  await replaceIndex(db, indexOf({ P1R0: {} }), {}, 1000);
  await replaceIndex(db, indexOf({ P1R0: {}, P2300R0: {} }), {}, 2000);
  await hearLog(db, 2000);
  await nameUntold(db, false, 2500); // notifications are off
  await db.matches.toCollection().modify({ readAt: 3000 });
  await forgetRead(db, 4000);
  await control.resetListener(listenersAt(db, 5000), "matcher");
  await hearLog(db, 5000);
  expect(await db.matches.get("P2300R0")).toMatchObject({ readAt: 5000 });
  expect(await db.matches.where({ notifiedAt: 0 }).count()).toBe(0);
});
