import { describe, expect, it, vi } from "vitest";
import { START, telling } from "../../../test/notify/telling.ts";
import { found } from "../../../test/store/found-match.ts";
import { TELL } from "../../notify/tell-matches.ts";
import { writeSetting } from "../../store/lists/settings-store.ts";
import { setListMode } from "../../store/lists/watchlists.ts";
import { changing } from "./changing.ts";

vi.mock("../../store/backup/list-mirror.ts", () => ({ saveListMirror: async () => {} }));

const MINUTE = 60_000;
const AT_NIGHT = new Date(2026, 10, 22, 22, 30).getTime();

/** PaperScout's telling, and how lists and settings are changed beside it; `wakes` counts looks at the work that were asked for. */
async function changed() {
  const world = await telling();
  const told = { wakes: 0 };
  const change = changing(
    async () => world.db,
    world.work.engine,
    () => told.wakes++,
  );
  return { ...world, told, change };
}

describe("what waits to be told", () => {
  it("is told at once where the quiet hours that it waits for are switched off", async () => {
    const { db, clock, work, find, titles, change } = await changed();
    await writeSetting(db, "quietHours", true);
    clock.set(AT_NIGHT);
    await find(found("P1R0"));
    await change((db) => writeSetting(db, "quietHours", false));
    await work.drain();
    expect(titles()).toEqual(["A paper you watch: P1R0"]);
    expect(work.due.at).toBeUndefined();
  });

  it("is told as soon as the shorter rest between two notifications is over", async () => {
    const { db, find, wait, titles, change, work } = await changed();
    await writeSetting(db, "minutesBetweenNotifications", 600);
    await find(found("P1R0"));
    await find(found("P2R0"));
    await wait(30 * MINUTE);
    await change((db) => writeSetting(db, "minutesBetweenNotifications", 60));
    await work.drain();
    expect(work.due.at).toBe(START + 60 * MINUTE);
    await work.drainNext();
    expect(titles()).toHaveLength(2);
  });

  it("waits for no time that is over where its list was switched off", async () => {
    const { find, change, work, untold, told } = await changed();
    await find(found("P1R0"));
    await find(found("P2R0"));
    await change((db) => setListMode(db, 1, "off"));
    await work.drain();
    expect([await untold(), told.wakes]).toEqual([0, 1]);
    expect(work.due.at).toBeUndefined();
  });

  it("is looked at for no change where nothing waits", async () => {
    const { db, change, told } = await changed();
    await change((db) => writeSetting(db, "quietHours", true));
    expect(await db.jobs.filter(({ kind }) => kind === TELL).count()).toBe(0);
    expect(told.wakes).toBe(0);
  });
});
