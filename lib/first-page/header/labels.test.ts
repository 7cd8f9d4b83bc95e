import { describe, expect, it } from "vitest";
import { readLabel, splitAtLabels } from "./labels.ts";

describe("readLabel", () => {
  it.each([
    ["Reply-to: Ada Lovelace", "authors", "Ada Lovelace"],
    ["Reply to:Ada", "authors", "Ada"],
    ["REPLY-TO : Ada", "authors", "Ada"],
    ["Author(s): Ada", "authors", "Ada"],
    ["Authors", "authors", ""],
    ["Editor:", "authors", ""],
    ["Co-authors: Ada", "authors", "Ada"],
    ["Author/Reply-to: Ada", "authors", "Ada"],
    ["Audience/Target: LEWG", "audience", "LEWG"],
    ["Audience:\tLEWG", "audience", "LEWG"],
    ["Audience\tLEWG", "audience", "LEWG"],
    ["Sub-group: LWG", "audience", "LWG"],
    ["Working Group: Core", "audience", "Core"],
    ["Document #: P1234R5", "number", "P1234R5"],
    ["Doc. no.: N1234", "number", "N1234"],
    ["Document Number:", "number", ""],
    ["Date of revision: 2020", "date", "2020"],
    ["E-mail: a@b.org", "detail", "a@b.org"],
    ["Project: Programming Language C++", "project", "Programming Language C++"],
    ["Authors and Reply-to: Ada", "authors", "Ada"],
    ["WG21 document number: P1", "number", "P1"],
    ["Former Author: Ada", "other", "Ada"],
    ["Issue Tracking: GitHub", "other", "GitHub"],
  ])("%j announces %s", (text, field, value) => {
    expect(readLabel(text)).toMatchObject({ field, value });
  });

  it.each([
    "std::vector of things",
    "Ada Lovelace",
    "Ada Lovelace\tCharles Babbage",
    "the rest: unknown",
    "What follows is a list of things: one",
    "Audience of the paper",
    ":",
    "10:30",
    "",
  ])("%j has none", (text) => {
    expect(readLabel(text)).toBeUndefined();
  });

  it("takes whatever stands in the column of labels for one", () => {
    expect(readLabel("Toggle diffs", true)).toMatchObject({ field: "other" });
  });
});

it.each([
  ["Date: 2020-01-13 Audience: LEWG", ["Date: 2020-01-13", "Audience: LEWG"]],
  ["Doc. no.: N1 Date: 2020 Project: C++ Reply-To: A B", ["Doc. no.: N1", "Date: 2020", "Project: C++", "Reply-To: A B"]],
  ["2018-11-07 | Target audience: LWG", ["2018-11-07", "Target audience: LWG"]],
  ["Author: Ada Former Author: Kurt", ["Author: Ada", "Former Author: Kurt"]],
  ["Ranges: to date: nothing", ["Ranges: to", "date: nothing"]],
  ["a sentence that has the author: him", ["a sentence that has the author: him"]],
])("splitAtLabels parts %j", (line, parts) => {
  expect(splitAtLabels(line)).toEqual(parts);
});
