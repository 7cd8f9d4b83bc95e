import { expect, it } from "vitest";
import { found } from "../../test/store/found-match.ts";
import type { ListMode, WatchRow } from "../store/database/schema.ts";
import { wishesOf } from "../store/matches/present-wishes.ts";
import type { MatchReason } from "../watch/matching/match.ts";
import type { ReasonKind } from "../watch/watch.ts";
import { isStillWanted } from "./still-wanted.ts";

const MODES: ListMode[] = ["notify", "badge", "off"];
const WISHES = wishesOf(
  MODES.map((mode, at) => ({ id: at + 1, name: mode, mode })),
  MODES.map((_, at): WatchRow => ({ id: at + 1, list: at + 1, kind: "paper", text: "P1", addedAt: 1 })),
);
const ON = { notifications: true, tellAnyDraft: false, tellFrontierDrafts: false };

const asked = (...lists: number[]) => lists.map((list): MatchReason => ({ kind: "paper", watched: "P1", found: "P1R0", list, listName: "x" }));
const unasked = (kind: ReasonKind): MatchReason[] => [{ kind, watched: "", found: "D1R0", list: 0, listName: "" }];

it.each<[what: string, reasons: MatchReason[], settings: Partial<typeof ON>, readAt: number, expected: boolean]>([
  ["a list notifies", asked(1), {}, 0, true],
  ["it was read", asked(1), {}, 5, false],
  ["notifications are off", asked(1), { notifications: false }, 0, false],
  ["a list only counts", asked(2), {}, 0, false],
  ["a list is off", asked(3), {}, 0, false],
  ["a list is gone", asked(4).map((reason) => ({ ...reason, watched: "P9" })), {}, 0, false],
  ["a list is gone, and another has the watch", asked(4), {}, 0, true],
  ["one of several lists notifies", asked(3, 2, 1), {}, 0, true],
  ["all new drafts are told", unasked("any-draft"), { tellAnyDraft: true }, 0, true],
  ["all new drafts are told no more", unasked("any-draft"), { tellFrontierDrafts: true }, 0, false],
  ["drafts near the frontier are told", unasked("near-frontier"), { tellFrontierDrafts: true }, 0, true],
  ["drafts near the frontier are told like all others", unasked("near-frontier"), { tellAnyDraft: true }, 0, true],
  ["drafts near the frontier are told no more", unasked("near-frontier"), {}, 0, false],
  ["a draft that no list asked for was published", unasked("published"), {}, 0, true],
])("a match is still to be told where %s: %#", (_, reasons, settings, readAt, expected) => {
  expect(isStillWanted(found("P1R0", { reasons, readAt }), WISHES, { ...ON, ...settings })).toBe(expected);
});
