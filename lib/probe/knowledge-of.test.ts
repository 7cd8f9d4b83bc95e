import { expect, it } from "vitest";
import { readIndex } from "../papers/index/read-index.ts";
import { knowledgeOf } from "./knowledge-of.ts";

const FOLDER = "https://www.open-std.org/jtc1/sc22/wg21/docs/papers/2024/";

it("knows regular P papers with a revision, and all ids", () => {
  const index = {
    P2300R10: { date: "2024-07-15", long_link: `${FOLDER}p2300r10.html` },
    p0042r1: { date: "July 2024", long_link: `${FOLDER}p0042r1.PDF?download=1#page=2` },
    P0043R0: { date: "unknown", long_link: "https://wiki.edg.com/pub/Wg21.html/P0043" },
    P0044R0: { long_link: `${FOLDER}p0044r0` },
    P3141: { date: "2016-04-01" },
    P04116R0: { date: "2016-04-01" },
    D2300R11: {},
    N4950: { date: "2023-05-10" },
    LWG77: {},
    draft: {},
  };
  const { papers, ids } = knowledgeOf(readIndex(Object.entries(index)).entries.values());
  expect(papers).toEqual([
    { number: 2300, revision: 10, date: "2024-07-15", extension: ".html" },
    { number: 42, revision: 1, extension: ".pdf" },
    { number: 43, revision: 0 },
    { number: 44, revision: 0 },
  ]);
  expect([...ids]).toEqual(["P2300R10", "P0042R1", "P0043R0", "P0044R0", "P3141", "P04116R0", "D2300R11", "N4950", "LWG77", "draft"]);
});
