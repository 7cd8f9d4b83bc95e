import { beforeEach, describe, expect, it, vi } from "vitest";
import { speak } from "../../test/speak.ts";
import { found } from "../../test/store/found-match.ts";
import { freshDatabase } from "../../test/store/fresh-database.ts";
import type { CheckOutcome } from "../terms/check-outcome.ts";
import { renderBadge, renderBrokenBadge } from "./render-badge.ts";

const drawn = vi.hoisted(() => ({ text: "", color: "", title: "" }));
vi.mock("wxt/browser", () => ({
  browser: {
    action: {
      setBadgeText: async ({ text }: { text: string }) => void Object.assign(drawn, { text }),
      setBadgeBackgroundColor: async ({ color }: { color: string }) => void Object.assign(drawn, { color }),
      setTitle: async ({ title }: { title: string }) => void Object.assign(drawn, { title }),
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

  it.each([
    ["closed", "badge_title_no_database"],
    ["full", "badge_title_no_room"],
    ["refused", "badge_title_refused"],
  ] as const)("says why nothing can be written: %s", async (why, key) => {
    await renderBrokenBadge(why);
    expect(drawn).toEqual({ text: "!", color: ORANGE, title: speak(key) });
  });
});
