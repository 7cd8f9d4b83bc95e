import { describe, expect, it } from "vitest";
import type { Paper } from "../paper.ts";
import { takeRenamings } from "./renamings.ts";

type Names = [was: string[], is: string[]];

describe("a renaming", () => {
  it.each<[name: string, changes: Names[], renamings: object[], left: string[][]]>([
    ["five times alike", alike(5, [["Bob"], ["Ada"]]), [{ from: ["Bob"], to: ["Ada"], papers: 5 }], alike(5, ["Ada"])],
    ["four times alike is four changes", alike(4, [["Bob"], ["Ada"]]), [], alike(4, ["Bob"])],
    [
      "beside other authors, in any place",
      [
        ...alike(3, [
          ["Bob", "Kurt"],
          ["Ada", "Kurt"],
        ]),
        ...alike(2, [
          ["Kurt", "Bob"],
          ["Kurt", "Ada"],
        ]),
      ] as Names[],
      [{ from: ["Bob"], to: ["Ada"], papers: 5 }],
      [...alike(3, ["Ada", "Kurt"]), ...alike(2, ["Kurt", "Ada"])],
    ],
    [
      "does not hide who else is new on one of them",
      [
        ...alike(4, [["Bob"], ["Ada"]]),
        [
          ["Bob", "Kurt"],
          ["Ada", "Emmy"],
        ],
      ] as Names[],
      [{ from: ["Bob"], to: ["Ada"], papers: 5 }],
      [...alike(4, ["Ada"]), ["Ada", "Kurt"]],
    ],
    ["of two in one entry", alike(5, [["Ada, Kurt"], ["Ada", "Kurt"]]), [{ from: ["Ada, Kurt"], to: ["Ada", "Kurt"], papers: 5 }], alike(5, ["Ada", "Kurt"])],
    ["of one who is added everywhere", alike(5, [["Bob"], ["Bob", "Ada"]]), [{ from: [], to: ["Ada"], papers: 5 }], alike(5, ["Bob", "Ada"])],
    ["of none: five papers get their authors", alike(5, [[], ["Ada"]]), [], alike(5, [])],
    [
      "of none: the order changes",
      alike(5, [
        ["Bob", "Ada"],
        ["Ada", "Bob"],
      ]),
      [],
      alike(5, ["Bob", "Ada"]),
    ],
    [
      "there and back is two",
      [...alike(5, [["Bob"], ["Ada"]]), ...alike(5, [["Ada"], ["Bob"]])] as Names[],
      [{ to: ["Ada"] }, { to: ["Bob"] }],
      [...alike(5, ["Ada"]), ...alike(5, ["Bob"])],
    ],
  ])("%s", (_name, changes, renamings, left) => {
    const taken = takeRenamings(changes.map(([was, is], place) => ({ before: paperBy(was, place), paper: paperBy(is, place) })));
    expect(taken.renamings).toMatchObject(renamings);
    expect(taken.renamings).toHaveLength(renamings.length);
    expect(taken.rest.map(({ before }) => before.authors)).toEqual(left);
    expect(taken.rest.map(({ paper }) => paper.authors)).toEqual(changes.map(([, is]) => is));
  });

  it("counts a paper once, however many of its revisions were renamed", () => {
    const revised = (authors: string[], revision: number) => ({ ...paperBy(authors), id: `P1000R${revision}`, prefix: "P" as const, number: 1000, revision });
    const changes = Array.from({ length: 5 }, (_, revision) => ({ before: revised(["Bob"], revision), paper: revised(["Ada"], revision) }));
    expect(takeRenamings(changes).renamings).toEqual([{ field: "authors", from: ["Bob"], to: ["Ada"], papers: 1 }]);
  });

  it("of a group is one as well", () => {
    const changes = Array.from({ length: 6 }, (_, place) => ({
      before: { ...paperBy(["Ada"], place), audience: ["EWGI"] },
      paper: { ...paperBy(["Ada"], place), audience: ["EWG"] },
    }));
    expect(takeRenamings(changes).renamings).toEqual([{ field: "audience", from: ["EWGI"], to: ["EWG"], papers: 6 }]);
  });
});

function alike<T>(times: number, one: T): T[] {
  return Array.from({ length: times }, () => one);
}

function paperBy(authors: string[], place = 0): Paper {
  return { id: `P${1000 + place}R0`, prefix: "P", number: 1000 + place, revision: 0, type: "paper", title: "", authors, audience: [] };
}
