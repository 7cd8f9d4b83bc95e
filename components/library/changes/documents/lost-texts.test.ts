import { expect, it } from "vitest";
import type { TextState } from "../../../../lib/store/texts/read-text-state.ts";
import { afterAsking, hasLostOne } from "./lost-texts.ts";

const IDS = ["P9001R0", "P9001R1"];

it.each<[what: string, before: TextState["kind"][] | undefined, now: TextState["kind"][], isLost: boolean]>([
  ["was read", ["there", "reading"], ["there", "unasked"], true],
  ["was there", ["there", "there"], ["unasked", "there"], true],
  ["was never asked for", ["there", "unasked"], ["there", "unasked"], false],
  ["is looked at for the first time", undefined, ["unasked", "unasked"], false],
  ["is there", ["reading", "reading"], ["there", "there"], false],
])("a text that %s is lost, or not", (_, before, now, isLost) => expect(hasLostOne(IDS, before, now)).toBe(isLost));

it("what a draft said before is not asked for", () => {
  expect(hasLostOne(["D9001R1@before"], ["there"], ["unasked"])).toBe(false);
  expect(afterAsking("D9001R1@before", { kind: "unasked" })).toEqual({ kind: "unasked" });
});

it("what was asked for and is on no way was forgotten", () => {
  expect(afterAsking("P9001R1", { kind: "unasked" })).toEqual({ kind: "forgotten" });
  expect(afterAsking("P9001R1", { kind: "reading" })).toEqual({ kind: "reading" });
});
