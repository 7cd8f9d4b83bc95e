import { expect, it } from "vitest";
import { samplePaper } from "../sample-paper.ts";
import type { Watch } from "../watch.ts";
import { newestMatching } from "./newest-matching.ts";

const PAPERS = [
  samplePaper("P1R0", { authors: ["Emmy Noether"], date: "2026-01-01" }),
  samplePaper("P2R0", { authors: ["Ada Lovelace"], title: "Rings", date: "2026-03-01" }),
  samplePaper("P3R0", { authors: ["Emmy Noether"] }),
  samplePaper("P3R1", { authors: ["Emmy Noether"], date: "2026-02-01" }),
];
const NOETHER: Watch = { kind: "author", text: "Noether" };

it.each([
  [[NOETHER], 5, ["P3R1", "P1R0", "P3R0"]],
  [[NOETHER, { kind: "title", text: "rings" }], 2, ["P2R0", "P3R1"]],
  [[], 5, []],
] as [Watch[], number, string[]][])("of watches %j the newest %i are %j", (watches, most, ids) =>
  expect(newestMatching(PAPERS, watches, most).map(({ id }) => id)).toEqual(ids),
);
