import { describe, expect, it } from "vitest";
import { screen } from "../../test/notify/telling.ts";
import { speak } from "../../test/speak.ts";
import { freshDatabase } from "../../test/store/fresh-database.ts";
import { newProbing } from "../store/drafts/probing-cycle.ts";
import { writeSetting } from "../store/lists/settings-store.ts";
import type { SettingName, SettingValue } from "../terms/settings.ts";
import { CHECK_INDEX, CHECK_LISTING, PROBE_DRAFTS } from "../terms/work-names.ts";
import type { RunningJob, Tools } from "../work/work.ts";
import { staleAlert } from "./stale-alert.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** When each of them last ended well. */
const GOOD = new Date(2026, 10, 22, 9).getTime();

interface Failing {
  tries?: number;
  everyMs?: number;
  settings?: Partial<Record<SettingName, SettingValue>>;
}

/** All that is scheduled has failed so often since it was last good. */
async function failing({ tries = 3, everyMs = 30 * MINUTE, settings = {} }: Failing = {}) {
  const db = await freshDatabase();
  const { shown, state, browser } = screen();
  const tried = { attempts: tries, lastTriedAt: GOOD, lastSuccessAt: GOOD };
  await db.state.bulkPut([
    { name: "check", ...tried },
    { name: "listing", years: {}, ...tried },
    { ...newProbing(GOOD, 0), failures: tries },
  ]);
  const good = async (lastDoneAt: number, ids: string[] = [CHECK_INDEX, PROBE_DRAFTS, CHECK_LISTING]) => {
    const rest = { everyMs, nextAt: 0, cooldownMs: 0, slots: 0, lastSlotAt: 0, since: GOOD - DAY };
    await db.schedules.bulkPut(ids.map((id) => ({ id, ...rest, job: { kind: id }, lastDoneAt })));
  };
  await good(GOOD);
  for (const [name, value] of Object.entries(settings)) await writeSetting(db, name as SettingName, value);
  const kind = staleAlert(async () => db, browser, speak);
  return {
    db,
    shown,
    state,
    good,
    /** Looks once, as the job does; gives how many alerts that shows. */
    async look(now: number, { dies = false } = {}): Promise<number> {
      const before = state.shows;
      const outcome = await kind.run(undefined, { now: () => now } as RunningJob);
      if (!dies) await db.transaction("rw", db.effects, async () => outcome?.commit?.({ db: db as unknown, now } as Tools));
      return state.shows - before;
    },
  };
}

describe("checking that has stopped to succeed", () => {
  it("is told by its name, with how long that is", async () => {
    const { shown, look } = await failing();
    expect(await look(GOOD + 61 * MINUTE)).toBe(3);
    expect([...shown.values()].map(({ message }) => message)).toEqual(
      (["work_check_index", "work_probe_drafts", "work_check_listing"] as const).map((name) => speak("stale_message", 1, [speak(name), 1])),
    );
    expect(new Set([...shown.values()].map(({ title }) => title))).toEqual(new Set([speak("stale_title")]));
    await look(GOOD + DAY + 2 * HOUR);
    expect([...shown.values()][0]?.message).toContain("26 hours");
  });

  it("is told as of one hour where it is less", async () => {
    const { shown, look } = await failing({ everyMs: 10 * MINUTE });
    expect(await look(GOOD + 21 * MINUTE)).toBe(3);
    expect([...shown.values()][0]?.message).toBe(speak("stale_message", 1, [speak("work_check_index"), 1]));
  });

  it("is told when twice its interval is over, and not before", async () => {
    const { look } = await failing();
    expect(await look(GOOD + 60 * MINUTE)).toBe(0);
    expect(await look(GOOD + 60 * MINUTE + 1)).toBe(3);
  });

  it("is not told while it was not tried three times: the computer slept", async () => {
    const { look } = await failing({ tries: 2 });
    expect(await look(GOOD + 100 * DAY)).toBe(0);
  });

  it("is told once, and again a day later", async () => {
    const { look } = await failing();
    const told = GOOD + 23 * HOUR;
    expect(await look(told)).toBe(3);
    for (const later of [0, MINUTE, 2 * HOUR, DAY - 1]) expect(await look(told + later), String(later)).toBe(0);
    expect(await look(told + DAY)).toBe(3);
    expect(await look(told + DAY + HOUR)).toBe(0);
  });

  it("is told in place of what was told before, and again if nobody noted that it was shown", async () => {
    const { db, shown, look } = await failing();
    expect(await look(GOOD + 2 * HOUR, { dies: true })).toBe(3);
    expect(await look(GOOD + 2 * HOUR)).toBe(3);
    expect(await look(GOOD + 30 * HOUR)).toBe(3);
    expect(shown.size).toBe(3);
    expect(await db.effects.count()).toBe(3);
  });

  it("is told anew where it has ended well in between", async () => {
    const { look, good } = await failing();
    expect(await look(GOOD + 2 * HOUR)).toBe(3);
    await good(GOOD + 3 * HOUR, [PROBE_DRAFTS]);
    expect(await look(GOOD + 3 * HOUR)).toBe(0);
    expect(await look(GOOD + 5 * HOUR)).toBe(1);
  });

  it("is told again by a clock that was set back", async () => {
    const { look, good } = await failing();
    expect(await look(GOOD + 100 * DAY)).toBe(3);
    await good(GOOD);
    expect(await look(GOOD + 3 * HOUR)).toBe(3);
  });

  it.each([
    [{ tellStale: false }, 3 * HOUR],
    [{ notifications: false }, 3 * HOUR],
    // At noon.
    [{ quietHours: true, quietFromHour: 11, quietUntilHour: 13 }, 3 * HOUR],
  ])("is not told with %j", async (settings, later) => {
    const { db, look } = await failing({ settings });
    expect(await look(GOOD + later)).toBe(0);
    expect(await db.effects.count()).toBe(0);
  });

  it.each([true, false])("is told with or without a sound as the person wants it: silent %s", async (silent) => {
    const { shown, look } = await failing({ settings: { silentNotifications: silent } });
    expect(await look(GOOD + 61 * MINUTE)).toBe(3);
    for (const notification of shown.values()) expect(notification.silent ?? false).toBe(silent);
  });

  it("is told when the quiet hours have ended", async () => {
    const { look } = await failing({ settings: { quietHours: true, quietFromHour: 11, quietUntilHour: 13 } });
    expect(await look(GOOD + 3 * HOUR)).toBe(0);
    expect(await look(GOOD + 4 * HOUR)).toBe(3);
  });

  it("is nothing where nothing was ever scheduled or tried", async () => {
    const { db, look } = await failing();
    await db.state.clear();
    expect(await look(GOOD + DAY)).toBe(0);
    await db.schedules.clear();
    expect(await look(GOOD + DAY)).toBe(0);
  });
});

describe("feeds that have all fallen silent", () => {
  const feed = { folder: "https://scout.example/", since: 0, heardAt: 1, failures: 9, brought: 0, odd: 0, confirmed: 0, denied: 0 };
  const said = { at: 0, expires: GOOD, waitMinutes: 15, share: 9, publisher: "A scout", mirrors: [] };
  const settings = { feeds: `https://scout.example/#ed25519=${"A".repeat(43)}` };

  it("are told after an hour, and again each day", async () => {
    const { db, good, look, shown } = await failing({ settings });
    await db.feeds.put({ ...feed, said });
    const at = async (now: number) => {
      await good(now);
      return look(now);
    };
    expect(await at(GOOD + 59 * MINUTE)).toBe(0);
    expect(await at(GOOD + 61 * MINUTE)).toBe(1);
    expect([...shown.keys()]).toEqual(["stale:feeds"]);
    expect(await at(GOOD + 3 * HOUR)).toBe(0);
    expect(await at(GOOD + 26 * HOUR)).toBe(1);
    await db.feeds.put({ ...feed, said: { ...said, expires: GOOD + 60 * HOUR } });
    expect(await at(GOOD + 51 * HOUR)).toBe(0);
  });

  it("are not told where the person wants the copy to ask as well", async () => {
    const { db, good, look } = await failing({ settings: { ...settings, askAsWell: true } });
    await db.feeds.put({ ...feed, said });
    await good(GOOD + 5 * HOUR);
    expect(await look(GOOD + 5 * HOUR)).toBe(0);
  });
});
