import "fake-indexeddb/auto";
import type { Notification } from "../../lib/notify/compose-notification.ts";
import { notifier } from "../../lib/notify/notifier.ts";
import { type Notifier, TELL, tellMatches } from "../../lib/notify/tell-matches.ts";
import type { Database } from "../../lib/store/database/database.ts";
import { addWatch } from "../../lib/store/lists/watchlists.ts";
import type { Match } from "../../lib/watch/matching/match.ts";
import type { WatchKind } from "../../lib/watch/watch.ts";
import type { WorkDatabase } from "../../lib/work/rows.ts";
import type { Kind } from "../../lib/work/work.ts";
import { type WorkOn, workOn } from "../engine/work-on.ts";
import { speak } from "../speak.ts";
import { freshDatabase } from "../store/fresh-database.ts";
import { type VirtualClock, virtualClock } from "../work/virtual-clock.ts";

/** When the clock begins: noon by the clock on the wall, wherever that hangs. */
export const START = new Date(2026, 10, 22, 12).getTime();

/** A browser that keeps its notifications on the screen. It `dies` before or after it shows one; `meanwhile` happens while it does. */
export interface Screen {
  shown: Map<string, Notification>;
  state: { shows: number; badges: number; dies: "before" | "after" | undefined; meanwhile: () => Promise<unknown> };
  browser: Notifier;
}

export function screen(): Screen {
  const shown = new Map<string, Notification>();
  const state: Screen["state"] = { shows: 0, badges: 0, dies: undefined, meanwhile: async () => {} };
  const browser: Notifier = {
    async show(id, notification) {
      if (state.dies === "before") throw new Error("killed");
      state.shows++;
      shown.set(id, notification);
      await state.meanwhile();
      if (state.dies === "after") throw new Error("killed");
    },
    shown: async () => [...shown.keys()],
    renderBadge: async () => {
      state.badges++;
    },
  };
  return { shown, state, browser };
}

export interface Telling extends Pick<Screen, "shown" | "state"> {
  db: Database;
  clock: VirtualClock;
  work: WorkOn;
  titles(): string[];
  /** Puts these matches there, as the matcher would, and logs them. */
  find(...matches: Match[]): Promise<void>;
  /** Sets the clock ahead and drains. */
  wait(ms: number): Promise<void>;
  untold(): Promise<number>;
}

/** PaperScout's telling, and nothing else of it but these kinds of jobs. */
export async function telling(others: (db: Database, screen: Screen) => Record<string, Kind> = () => ({})): Promise<Telling> {
  const clock = virtualClock(START);
  const db = await freshDatabase(clock.watch);
  // The one that `found` names.
  await db.watchlists.add({ id: 1, name: "My watchlist", mode: "notify" });
  const display = screen();
  const { shown, state, browser } = display;
  const kinds = { [TELL]: tellMatches(async () => db, browser, speak), ...others(db, display) };
  const work = workOn(db as unknown as WorkDatabase, clock, { kinds, listeners: { notifier: notifier() } });
  return {
    db,
    clock,
    shown,
    state,
    work,
    titles: () => [...shown.values()].map(({ title }) => title),
    async find(...matches) {
      // What has found them is watched.
      for (const { kind, watched } of matches.flatMap(({ reasons }) => reasons)) await addWatch(db, 1, { kind: kind as WatchKind, text: watched }, 1);
      await db.matches.bulkPut(matches);
      await db.log.add({ kind: "matches-found", ids: matches.map(({ id }) => id), at: clock.now() });
      await work.drain();
    },
    async wait(ms) {
      clock.set(clock.now() + ms);
      await work.drain();
    },
    untold: () => db.matches.where({ notifiedAt: 0 }).count(),
  };
}
