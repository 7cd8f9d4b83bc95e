import { describe, expect, it, vi } from "vitest";
import type { Draft } from "../../../../lib/papers/draft.ts";
import type { CycleCounts } from "../../../../lib/store/database/state-rows.ts";
import * as names from "../../../../lib/terms/work-names.ts";
import { speak } from "../../../../test/speak.ts";
import { workName } from "../../../text/work-name.ts";
import { hostPurpose } from "../hosts/host-purpose.ts";
import { knownDraftText, knownDraftTitle } from "./known-draft-text.ts";
import { roundText, todayText } from "./round-text.ts";

// Times are written in the language of the texts.
vi.mock("../../../../lib/language/translate.ts", async () => ({ translate: (await import("../../../../test/speak.ts")).speak }));

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const NOW = Date.UTC(2026, 4, 20, 12);
const COUNTS: CycleCounts = { planned: 88, asked: 88, present: 3, absent: 85, notTheFile: 0, troubles: 0, found: 1 };
const TROUBLED: CycleCounts = { planned: 1_640, asked: 1_312, present: 1, absent: 1_300, notTheFile: 1, troubles: 10, found: 0 };

describe("a round in numbers", () => {
  it("is absent before the first", () => expect(roundText({}, NOW, speak)).toBeUndefined());

  it.each<[string, CycleCounts, string]>([
    ["well", COUNTS, "88 of 88 files asked for, 3 are there, 85 are not, 1 new draft."],
    ["with trouble", TROUBLED, "1,312 of 1,640 files asked for, 1 is there, 1,300 are not, 1 answer was something else, 10 requests failed, 0 new drafts."],
  ])("that went %s", (_, counts, words) => {
    const last = { ...counts, startedAt: NOW - 5 * MINUTE, endedAt: NOW - 4 * MINUTE, outcome: { kind: "good" } as const };
    expect(roundText({ last }, NOW, speak)).toBe(`Last round, 4 minutes ago: ${words}`);
    expect(roundText({ last, running: { ...counts, startedAt: NOW } }, NOW, speak)).toBe(`Round under way: ${words}`);
  });

  it.each([
    ["of this day", { day: "2026-05-20", asked: 1_204 }, "1,204 requests today (UTC), of at most 6,000."],
    ["of the day before", { day: "2026-05-19", asked: 1_204 }, "0 requests today (UTC), of at most 6,000."],
    ["none so far", undefined, "0 requests today (UTC), of at most 6,000."],
  ])("the requests %s", (_, today, words) => expect(todayText(today, 6_000, NOW, speak)).toBe(words));
});

describe("a known draft", () => {
  const file = { extension: ".pdf", link: "https://isocpp.org/files/papers/D2300R11.pdf", foundAt: NOW - 3 * DAY };
  const draft: Draft = { id: "D2300R11", prefix: "D", number: 2300, revision: 11, files: [file], foundAt: NOW - 3 * DAY };

  it.each<[Partial<Draft>, string]>([
    [{}, "Found 3 days ago."],
    [{ baseline: true }, "It was there when PaperScout first looked, 3 days ago."],
    [{ files: [file, { ...file, extension: ".html", changedAt: NOW - 2 * DAY }] }, "Found 3 days ago. Changed 2 days ago."],
    [{ gone: true, publishedAs: "P2300R11" }, "Found 3 days ago. No longer there. Published as P2300R11."],
  ])("%j", (rest, words) => expect(knownDraftText({ ...draft, ...rest }, NOW, speak)).toBe(words));

  it.each<[Partial<Draft>, RegExp]>([
    [{}, /not been read yet/],
    [{ unreadable: "broken" }, /without a readable title/],
    [{ page: { title: "", authors: ["Emmy Noether"], audience: [] } }, /without a readable title/],
    [{ page: { title: "std::execution", authors: [], audience: [] } }, /^std::execution$/],
  ])("is titled: %j", (rest, words) => expect(knownDraftTitle({ ...draft, ...rest }, speak)).toMatch(words));
});

describe("hosts and work have words", () => {
  const { INDEX_HOST, DRAFT_HOST, LISTING_HOST, ...work } = names;

  it.each(Object.values(work))("%s", (name) => expect(workName(name, speak)).not.toBe(name));

  it("each host one sentence of its own, and none for one that is not known", () => {
    const sentences = [INDEX_HOST, DRAFT_HOST, LISTING_HOST].map((host) => hostPurpose(host, speak));
    expect(new Set(sentences).size).toBe(3);
    for (const sentence of sentences) expect(sentence).toMatch(/^Asked .*\.$/);
    expect(hostPurpose("example.com", speak)).toBeUndefined();
    expect(hostPurpose("constructor", speak)).toBeUndefined();
  });
});
