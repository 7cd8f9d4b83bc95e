import { describe, expect, it } from "vitest";
import { speak } from "../../test/speak.ts";
import { freshDatabase } from "../../test/store/fresh-database.ts";
import { completeSettings } from "../settings.ts";
import type { Database } from "../store/database.ts";
import type { Match } from "../watch/match.ts";
import type { Notification } from "./compose-notification.ts";
import { tellMatches } from "./tell-matches.ts";

const SETTINGS = completeSettings([]);

function found(id: string, rest: Partial<Match> = {}): Match {
  const paper = { id, type: "paper" as const, title: `Title of ${id}`, authors: [], audience: [] };
  const reasons = [{ kind: "paper" as const, watched: id, found: id, list: 1, listName: "My watchlist" }];
  return { id, paper, kind: "paper-added", reasons, foundAt: 1, notifiedAt: 0, notification: "", readAt: 0, ...rest };
}

/** A browser that keeps its notifications, and forgets the oldest where it is told to. */
function screen() {
  const shown = new Map<string, Notification>();
  let shows = 0;
  return {
    shown,
    shows: () => shows,
    notifier: {
      show: async (id: string, notification: Notification) => {
        shows++;
        shown.set(id, notification);
      },
      shown: async () => [...shown.keys()],
    },
  };
}

const untold = (db: Database) => db.matches.where({ notifiedAt: 0 }).count();

describe("telling of matches", () => {
  it("tells of all new matches in one notification, once", async () => {
    const db = await freshDatabase();
    await db.matches.bulkAdd(["P1R0", "P2R0", "P3R0", "P4R0", "P5R0"].map((id) => found(id)));
    const { shown, notifier, shows } = screen();
    expect(await tellMatches(db, notifier, SETTINGS, speak, 10)).toBe(1);
    expect([...shown.values()]).toMatchObject([{ title: "5 papers you watch" }]);
    expect([...shown.values()][0]?.message.split("\n")).toHaveLength(4);
    expect(await untold(db)).toBe(0);
    expect(await tellMatches(db, notifier, SETTINGS, speak, 20)).toBe(0);
    expect(shows()).toBe(1);
  });

  it("does not tell again what was already counted on the badge only", async () => {
    const db = await freshDatabase();
    await db.matches.add(found("P1R0", { notifiedAt: 5 }));
    expect(await tellMatches(db, screen().notifier, SETTINGS, speak, 10)).toBe(0);
  });

  it("shows the same notification under the same name when it was killed before the showing", async () => {
    const db = await freshDatabase();
    await db.matches.bulkAdd([found("P1R0"), found("P2R0")]);
    const { shown, notifier } = screen();
    const killed = {
      ...notifier,
      show: async () => {
        throw new Error("killed");
      },
    };
    await expect(tellMatches(db, killed, SETTINGS, speak, 10)).rejects.toThrow("killed");
    expect(await untold(db)).toBe(2);
    await db.matches.add(found("P3R0"));
    await tellMatches(db, notifier, SETTINGS, speak, 20);
    // What was to be told together stays together; what came later has a notification of its own.
    expect([...shown.values()].map(({ title }) => title)).toEqual(["2 papers you watch", "A paper you watch: P3R0"]);
    expect(await untold(db)).toBe(0);
  });

  it("does not show twice when it was killed between the showing and its record", async () => {
    const db = await freshDatabase();
    await db.matches.bulkAdd([found("P1R0"), found("P2R0")]);
    const { shown, notifier, shows } = screen();
    const killed = {
      ...notifier,
      show: async (id: string, notification: Notification) => {
        await notifier.show(id, notification);
        throw new Error("killed");
      },
    };
    await expect(tellMatches(db, killed, SETTINGS, speak, 10)).rejects.toThrow("killed");
    expect(await untold(db)).toBe(2);
    await tellMatches(db, notifier, SETTINGS, speak, 20);
    expect(shows()).toBe(1);
    expect(shown.size).toBe(1);
    expect(await untold(db)).toBe(0);
  });

  it("marks matches as told, without a word, where notifications are switched off", async () => {
    const db = await freshDatabase();
    await db.matches.add(found("P1R0"));
    const { notifier, shows } = screen();
    await tellMatches(db, notifier, { ...SETTINGS, notifications: false }, speak, 10);
    expect(shows()).toBe(0);
    expect(await untold(db)).toBe(0);
  });
});
