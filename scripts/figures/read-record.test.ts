import { expect, it } from "vitest";
import { readRecord, writeRecord } from "./read-record.ts";

it("is a line for each figure, and reads as it was written", () => {
  const record = { "popup-bytes": 61_668, lines: 35.5 };
  expect(writeRecord(record)).toBe('{\n  "popup-bytes": 61668,\n  "lines": 35.5\n}\n');
  expect(readRecord(writeRecord(record))).toEqual({ record });
});

it.each([
  ["nothing", "", /JSON/],
  ["a merge that was not ended", '{\n<<<<<<< HEAD\n  "a": 1\n}', /JSON/],
  ["a list", "[1]", /list/],
  ["no object", "null", /all of it/],
  ["a text in place of a number", '{ "a": 1, "b": "2" }', /^b: .*number/],
  ["less than nothing", '{ "a": -1 }', /^a: /],
])("says what is wrong with %s", (_, text, problem) => {
  expect(readRecord(text)).toEqual({ problem: expect.stringMatching(problem) });
});
