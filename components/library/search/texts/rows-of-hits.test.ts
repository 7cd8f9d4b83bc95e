import { expect, it } from "vitest";
import { rowsOfHits } from "./rows-of-hits.ts";

const hit = (id: string) => ({ id, excerpt: { text: id, marks: [] } });
const shown = (...ids: string[]) => rowsOfHits(ids.map(hit)).map(({ series, id, excerpt }) => `${series} ${id} ${excerpt.text}`);

it.each<[what: string, hits: string[], rows: string[]]>([
  ["nothing is", [], []],
  ["a paper is a row, in their order", ["P0002R0", "P0001R3"], ["P0002 P0002R0 P0002R0", "P0001 P0001R3 P0001R3"]],
  ["the newest is shown, whichever was used last", ["P0001R0", "P0002R0", "D0001R1"], ["P0001 D0001R1 D0001R1", "P0002 P0002R0 P0002R0"]],
  ["what was published is newer than its draft", ["D0001R1", "P0001R1", "P0001R0"], ["P0001 P0001R1 P0001R1"]],
  ["a draft as it is comes before what it was", ["D0001R1@before", "D0001R1"], ["P0001 D0001R1 D0001R1"]],
  ["what a draft was is shown where it has the words no more", ["P0001R0", "D0001R1@before"], ["P0001 D0001R1 D0001R1@before"]],
  ["what is no paper has no row", ["LWG1", "SD6"], []],
])("%s", (_, hits, rows) => expect(shown(...hits)).toEqual(rows));
