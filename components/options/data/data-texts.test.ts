import { describe, expect, it } from "vitest";
import { syncTrouble } from "../../../lib/sync/sync-trouble.ts";
import { speak, speakGerman } from "../../../test/speak.ts";
import { doneText } from "./done-text.ts";
import { refusalText } from "./refusal-text.ts";
import { kilobytes, syncTroubleText } from "./sync-text.ts";

describe("why nothing is shared", () => {
  it.each([
    ["QUOTA_BYTES quota exceeded", 123_456, /need 124 kB.*room for 100 kB.*remove watches/],
    ["This request exceeds the MAX_WRITE_OPERATIONS_PER_HOUR quota.", 5, /fewer changes/],
    ["storage.sync is switched off", 5, /The browser says: storage\.sync is switched off$/],
  ])("%j is said in words", (message, bytes, words) => {
    expect(syncTroubleText(syncTrouble(new Error(message), bytes), speak)).toMatch(words);
  });

  it("is a newer version somewhere else", () => {
    expect(syncTroubleText({ kind: "newer-version" }, speak)).toMatch(/Update PaperScout here/);
  });

  it("never reads as if it fitted", () => {
    expect(kilobytes(100_001)).toBe(101);
  });
});

describe("what was imported", () => {
  const nothing = { ok: true as const, watchlists: 0, watches: 0, matches: 0, stars: 0, mutes: 0, settings: 0, rejected: [] };

  it.each([
    [{ stars: 1 }, "Imported: 1 star."],
    [{ stars: 1_200, mutes: 1 }, "Imported: 1,200 stars and 1 muted paper."],
    [{ watchlists: 1, watches: 2, settings: 1 }, "Imported: 1 new watchlist, 2 new watches, and 1 setting."],
    [{}, "All that can be used of it is here already."],
  ])("%j is said, and nothing of what there was none of", (some, words) => {
    expect(doneText({ ...nothing, ...some }, speak)).toBe(words);
  });

  it("is said in German as well", () => {
    expect(doneText({ ...nothing, matches: 1, mutes: 2 }, speakGerman)).toBe("Importiert: 1 neuer Treffer und 2 stummgeschaltete Papers.");
  });
});

describe("why a file is refused", () => {
  it.each([
    ["too-large", undefined, /^mine\.json is larger than 32 MB/],
    ["empty", undefined, /^mine\.json is empty/],
    ["not-json", { line: 3, column: 14 }, /^mine\.json is damaged.*line 3, column 14/],
    ["not-a-backup", undefined, /^mine\.json is not a PaperScout backup/],
    ["newer-version", undefined, /^mine\.json was made by a newer PaperScout/],
  ] as const)("%s is said in words", (problem, fault, words) => {
    expect(refusalText("mine.json", problem, fault, speak)).toMatch(words);
  });
});
