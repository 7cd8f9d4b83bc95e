import { beforeEach, describe, expect, it, vi } from "vitest";
import { speak } from "../../test/speak.ts";
import { found } from "../../test/store/found-match.ts";
import { freshDatabase } from "../../test/store/fresh-database.ts";
import { addWatch, addWatchlist } from "../store/lists/watchlists.ts";
import type { FirstScreen } from "../store/matches/first-screen.ts";
import type { CheckOutcome } from "../terms/check-outcome.ts";
import { lookAtBadge, renderBadge, renderBrokenBadge } from "./render-badge.ts";

const drawn = vi.hoisted(() => ({ text: "", color: "", title: "" }));
const noted = vi.hoisted(() => ({}) as Record<string, unknown>);
vi.mock("wxt/browser", () => ({
  browser: {
    action: {
      setBadgeText: async ({ text }: { text: string }) => void Object.assign(drawn, { text }),
      setBadgeBackgroundColor: async ({ color }: { color: string }) => void Object.assign(drawn, { color }),
      setTitle: async ({ title }: { title: string }) => void Object.assign(drawn, { title }),
    },
    storage: {
      session: {
        get: async (key: string) => ({ [key]: noted[key] }),
        set: async (items: object) => void Object.assign(noted, items),
        remove: async (key: string) => void delete noted[key],
      },
    },
  },
}));
vi.mock("../language/translate.ts", async () => ({ translate: (await import("../../test/speak.ts")).speak }));

const [BLUE, ORANGE] = ["#1d4ed8", "#b45309"];
const GOOD: CheckOutcome = { kind: "unchanged" } as CheckOutcome;
const BAD: CheckOutcome = { kind: "interrupted" };

beforeEach(() => void Object.assign(drawn, { text: "as before", color: "", title: "" }));

describe("the badge", () => {
  it.each([
    ["nothing where nothing is new", 0, 0, GOOD, "", ORANGE, [speak("badge_title")]],
    ["nothing where it was never looked", 0, 5, undefined, "", ORANGE, [speak("badge_title")]],
    ["how many are unread", 1, 0, GOOD, "1", BLUE, [speak("badge_title_unread", 1)]],
    ["ninety-nine of them", 99, 0, GOOD, "99", BLUE, [speak("badge_title_unread", 99)]],
    ["no more than that", 100, 0, GOOD, "99+", BLUE, [speak("badge_title_unread", 100)]],
    ["nothing of two failures", 0, 2, BAD, "", ORANGE, [speak("badge_title")]],
    ["a third failure", 0, 3, BAD, "!", ORANGE, [speak("badge_title"), speak("badge_title_failing")]],
    ["nothing of what went well", 0, 3, GOOD, "", ORANGE, [speak("badge_title")]],
    ["the unread rather than failures, which the title tells", 2, 3, BAD, "2", BLUE, [speak("badge_title_unread", 2), speak("badge_title_failing")]],
  ] as const)("shows %s", async (_, unread, attempts, outcome, text, color, title) => {
    const db = await freshDatabase();
    await db.matches.bulkPut(Array.from({ length: unread }, (_, number) => found(`P${number}R0`)));
    await db.state.put({ name: "check", attempts, lastTriedAt: 1, lastSuccessAt: 1, ...(outcome && { outcome }) });
    await renderBadge(db);
    expect(drawn).toEqual({ text, color, title: title.join("\n") });
  });

  it("is drawn with what the popup shows first: the newest papers, and what is said of them", async () => {
    const db = await freshDatabase();
    const ids = Array.from({ length: 20 }, (_, number) => `P${1000 + number}R0`);
    await db.matches.bulkPut(ids.map((id, foundAt) => found(id, { foundAt })));
    await addWatch(db, await addWatchlist(db, "My watchlist"), { kind: "paper", text: "P1019" }, 1);
    await db.mutes.bulkPut([
      { series: "P1018", at: 1 },
      { series: "P9", at: 1 },
    ]);
    await renderBadge(db);
    const first = noted["first-screen"] as FirstScreen;
    expect(first.papers.map(({ key }) => key).slice(0, 3)).toEqual(["P1019", "P1018", "P1017"]);
    expect(first.papers.length).toBeLessThan(20);
    expect(first.list.papers.map(({ key }) => key)).toEqual(first.papers.map(({ key }) => key));
    expect(first.list).toMatchObject({ view: "unread", counts: { unread: 20 }, unread: [] });
    expect(first.mutes.map(({ series }) => series)).toEqual(["P1018"]);
    expect(first.lists.map(({ name, watches }) => [name, watches.map(({ text }) => text)])).toEqual([["My watchlist", ["P1019"]]]);
    await db.matches.clear();
    await renderBadge(db);
    expect(noted).not.toHaveProperty("first-screen");
  });

  it("is left alone by who looks in and finds it as it should be, and drawn where it is not", async () => {
    const db = await freshDatabase();
    await db.matches.put(found("P1R0"));
    await renderBadge(db);
    Object.assign(drawn, { text: "untouched" });
    await lookAtBadge(db);
    expect(drawn.text).toBe("untouched");
    await db.matches.put(found("P2R0"));
    await lookAtBadge(db);
    expect(drawn.text).toBe("2");
    await renderBrokenBadge("full");
    await lookAtBadge(db);
    expect(drawn.text).toBe("2");
    // The browser was started anew, and shows nothing.
    for (const key of Object.keys(noted)) delete noted[key];
    Object.assign(drawn, { text: "" });
    await lookAtBadge(db);
    expect(drawn.text).toBe("2");
  });

  it.each([
    ["closed", "badge_title_no_database"],
    ["full", "badge_title_no_room"],
    ["refused", "badge_title_refused"],
  ] as const)("says why nothing can be written: %s", async (why, key) => {
    await renderBrokenBadge(why);
    expect(drawn).toEqual({ text: "!", color: ORANGE, title: speak(key) });
  });
});
