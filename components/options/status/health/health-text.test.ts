import { describe, expect, it, vi } from "vitest";
import { speak } from "../../../../test/speak.ts";
import { checksText, draftsText, type TalliedDay } from "./health-text.ts";

// Numbers are written in the language of the texts.
vi.mock("../../../../lib/language/translate.ts", async () => ({ translate: (await import("../../../../test/speak.ts")).speak }));

const day = (date: number, tally: Partial<TalliedDay>): TalliedDay => ({ day: `2026-11-${date}`, checks: 0, failures: 0, drafts: 0, ...tally });

describe("the health of the last days in words", () => {
  it.each([
    [[day(10, { checks: 1 })], "1 check, none failed."],
    [[day(10, { checks: 1400 }), day(11, { checks: 12, failures: 12 })], "1,412 checks, 12 failed."],
    [[day(10, { checks: 48, failures: 1 })], "48 checks, 1 failed."],
  ])("%j", (days, text) => {
    expect(checksText(days, speak)).toBe(text);
  });

  it.each([
    [[day(10, {})], "No new draft was found."],
    [[day(10, { drafts: 1 })], "1 new draft was found."],
    [[day(10, { drafts: 3 }), day(11, {})], "3 new drafts were found."],
    [[day(10, { drafts: 1 }), day(11, { drafts: 4 }), day(12, { drafts: 4 })], "9 new drafts were found. Most on one day: 4, on 2026-11-11."],
  ])("%j", (days, text) => {
    expect(draftsText(days, (name) => name, speak)).toBe(text);
  });
});
