import { describe, expect, it, vi } from "vitest";
import { UNREADABLE_KINDS } from "../../../lib/first-page/first-page.ts";
import type { Match } from "../../../lib/watch/matching/match.ts";
import { speak } from "../../../test/speak.ts";
import { draftMarks, untitledText, wasDraftText } from "./draft-text.ts";
import { unreadableText } from "./unreadable-text.ts";

// Times are written in the language of the texts.
vi.mock("../../../lib/language/translate.ts", async () => ({ translate: (await import("../../../test/speak.ts")).speak }));

const NOW = Date.UTC(2026, 4, 20, 12);
const MARCH = Date.UTC(2026, 2, 12, 12);
const LABEL = "Draft";
const DRAFT: Match = {
  id: "D2300R11",
  paper: { id: "D2300R11", type: "draft", prefix: "D", number: 2300, revision: 11, title: "", authors: [], audience: [] },
  kind: "draft-found",
  reasons: [],
  foundAt: NOW,
  notifiedAt: 0,
  notification: "",
  readAt: 0,
  starredAt: 0,
  draft: { version: "1" },
};
const { draft: _, ...WITHOUT_DRAFT } = DRAFT;
const PAPER: Match = { ...WITHOUT_DRAFT, kind: "paper-added", paper: { ...DRAFT.paper, prefix: "P" } };

describe("the marks of a draft", () => {
  it.each<[string, Match, string[]]>([
    ["a paper", PAPER, []],
    ["a draft that the index has", { ...PAPER, paper: DRAFT.paper }, [LABEL]],
    ["a draft", DRAFT, [LABEL]],
    ["a draft under the published name", { ...DRAFT, paper: PAPER.paper }, [LABEL]],
    ["a draft that changed", { ...DRAFT, kind: "draft-changed" }, [LABEL, "changed"]],
    ["one that is older", { ...DRAFT, draft: { version: "1", older: true, modifiedAt: MARCH } }, [LABEL, "older: file of March 12"]],
    ["one of last year", { ...DRAFT, draft: { version: "1", older: true, modifiedAt: Date.UTC(2025, 2, 12, 12) } }, [LABEL, "older: file of March 12, 2025"]],
    ["a new one with a date", { ...DRAFT, draft: { version: "1", modifiedAt: MARCH } }, [LABEL]],
    ["one that is gone", { ...DRAFT, kind: "draft-changed", draft: { version: "1", gone: true } }, [LABEL, "changed", "no longer there"]],
  ])("%s", (_, match, marks) => expect(draftMarks(match, NOW, speak)).toEqual(marks));
});

describe("what stands in the place of a title", () => {
  it.each<[string, Match, RegExp]>([
    ["of a paper", PAPER, /^\(no title yet\)$/],
    ["of a draft that is to be read", { ...DRAFT, heldUntil: NOW }, /not been read yet$/],
    ["of one that cannot be read", { ...DRAFT, heldUntil: NOW, draft: { version: "1", unreadable: "broken" } }, /without a readable title$/],
    ["of one that names authors only", { ...DRAFT, heldUntil: NOW, paper: { ...DRAFT.paper, authors: ["Emmy Noether"] } }, /without a readable title$/],
    ["of one that was read", DRAFT, /without a readable title$/],
  ])("%s", (_, match, words) => expect(untitledText(match, speak)).toMatch(words));
});

describe("the draft that a paper was", () => {
  it.each([
    [0, "Was the draft D2300R11, seen the same day."],
    [1, "Was the draft D2300R11, seen 1 day before."],
    [34, "Was the draft D2300R11, seen 34 days before."],
  ])("%i days before", (days, words) => {
    expect(wasDraftText({ id: "D2300R11", link: "", foundAt: 0, days }, speak)).toBe(words);
  });
});

describe("why a first page could not be read", () => {
  const FETCHING = ["offline", "unreachable", "timeout", "cut-off", "too-large", "not-allowed", "not-found", "rate-limited", "refused", "server-error"];
  const UNKNOWN = "Its first page could not be read: the reason is not known.";

  it.each([...UNREADABLE_KINDS, ...FETCHING, "interrupted"])("%s has words of its own", (kind) => {
    expect(unreadableText(kind, speak)).toMatch(/^Its first page could not be read: .*\.$/);
    expect(unreadableText(kind, speak)).not.toBe(UNKNOWN);
  });

  it.each(["of-a-later-version", "constructor", ""])("%j is not known", (kind) => expect(unreadableText(kind, speak)).toBe(UNKNOWN));
});
