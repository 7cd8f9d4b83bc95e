import { describe, expect, it } from "vitest";
import { syncTrouble } from "../../../lib/sync/sync-trouble.ts";
import { speak } from "../../../test/speak.ts";
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
