import { describe, expect, it } from "vitest";
import { readRequest } from "./read-request.ts";

describe("what is to be compared", () => {
  it.each([
    ["ui --against HEAD~1", { bench: "ui", commit: "HEAD~1", runs: 8, json: false, options: [] }],
    ["ui --only popup --against=abc --times=9 --json --runs 5", { commit: "abc", runs: 9, json: true, options: ["--only", "popup", "--runs", "5"] }],
    ["index --times 7 --against abc", { runs: 7 }],
  ])("%s", (words, request) => {
    expect(readRequest(words.split(" "))).toMatchObject(request);
  });

  it.each([
    ["kill --against HEAD", "kill cannot be compared: that can be done with ui, changes, work, index, probe, first-page."],
    ["ui --against", "Say against which commit"],
    ["ui --against --json", "Say against which commit"],
    ["ui --against HEAD --times 6", "7 or more"],
    ["ui --against HEAD --times many", "7 or more"],
  ])("%s is not understood: %s", (words, message) => {
    expect(() => readRequest(words.split(" "))).toThrow(message);
  });
});
