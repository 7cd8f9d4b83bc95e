import { describe, expect, it } from "vitest";
import type { LogEvent } from "../paper-event.ts";
import { withRenamings } from "./renamed-authors.ts";

type Step = [from: string, to: string, papers: number];

describe("renamed authors", () => {
  it.each<[name: string, steps: Step[], known: Step[]]>([
    ["one", [["Bob", "Ada", 20]], [["Bob", "Ada", 20]]],
    [
      "the rest of one's papers later",
      [
        ["Bob", "Ada", 20],
        ["Bob", "Ada", 6],
      ],
      [["Bob", "Ada", 26]],
    ],
    [
      "twice: the first name leads to the last",
      [
        ["Bob", "Ada", 20],
        ["Ada", "Eve", 22],
      ],
      [
        ["Bob", "Eve", 0],
        ["Ada", "Eve", 22],
      ],
    ],
    [
      "and back: the old name is the name",
      [
        ["Bob", "Ada", 20],
        ["Ada", "Bob", 20],
      ],
      [["Ada", "Bob", 20]],
    ],
    [
      "there, back and there again counts once",
      [
        ["Bob", "Ada", 20],
        ["Ada", "Bob", 20],
        ["Bob", "Ada", 20],
      ],
      [["Bob", "Ada", 20]],
    ],
    [
      "two people",
      [
        ["Bob", "Ada", 20],
        ["Max", "Kim", 5],
      ],
      [
        ["Bob", "Ada", 20],
        ["Max", "Kim", 5],
      ],
    ],
    [
      "two spellings become one",
      [
        ["Bob", "Ada", 20],
        ["Bobby", "Ada", 5],
      ],
      [
        ["Bob", "Ada", 20],
        ["Bobby", "Ada", 5],
      ],
    ],
  ])("%s", (_name, steps, known) => {
    const all = steps.reduce((before, [from, to, papers], at) => withRenamings(before, [renaming([from], [to], papers)], at), withRenamings([], [], 0));
    expect(all.map(({ from, to, papers }) => [from, to, papers])).toEqual(known);
  });

  it.each<[string, LogEvent]>([
    ["is added everywhere", renaming([], ["Ada"], 9)],
    ["goes everywhere", renaming(["Ada"], [], 9)],
    ["was two in one", renaming(["Ada, Bob"], ["Ada", "Bob"], 9)],
    ["is a group", { ...renaming(["EWGI"], ["EWG"], 9), field: "audience" } as LogEvent],
  ])("are none where one %s", (_name, event) => {
    expect(withRenamings([], [event], 1)).toEqual([]);
  });

  it("are never more than 50, the latest", () => {
    const events = Array.from({ length: 70 }, (_, place) => renaming([`Old ${place}`], [`New ${place}`], 5));
    const all = withRenamings([], events, 1);
    expect(all).toHaveLength(50);
    expect(all.at(-1)).toEqual({ from: "Old 69", to: "New 69", papers: 5, at: 1 });
  });
});

function renaming(from: string[], to: string[], papers: number): LogEvent {
  return { kind: "renaming", field: "authors", from, to, papers };
}
