import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anyText } from "../../../test/any-text.ts";
import { sampleData, sharedDataOr } from "../../../test/data.ts";
import { shelfKey, shelve } from "./shelve.ts";

describe("shelfKey", () => {
  it.each([
    ["P2300R10", "P23"],
    ["p2300r10", "P23"],
    ["P2299R0", "P22"],
    ["P0007R0", "P0"],
    ["P04116R0", "P41"],
    ["P10000R0", "P100"],
    ["D2300R10", "D2"],
    ["N4950", "N4"],
    ["EDIT999", "EDIT0"],
    ["EDIT1300", "EDIT1"],
    ["LEWG123", "LEWG0"],
    ["draft", "other"],
    ["__proto__", "other"],
    ["constructor", "other"],
    ["", "other"],
  ])("of %j is %s", (key, shelf) => expect(shelfKey(key)).toBe(shelf));
});

describe("an entry that is nested deeper than it can be written", () => {
  const DEEP = 200_000;
  it.each([
    ["in a field", `{"title":${"[".repeat(DEEP)}${"]".repeat(DEEP)}}`],
    ["as a whole", `${"[".repeat(DEEP)}${"]".repeat(DEEP)}`],
  ])("%s is no entry, and the others are there", (_, entry) => {
    const shelves = shelve(JSON.parse(`{"P2300R10":${entry},"P2301R0":{"title":"Rings"}}`));
    expect(shelves.get("P23")?.members).toEqual([
      ["P2300R10", null],
      ["P2301R0", { title: "Rings" }],
    ]);
  });
});

const key = fc.oneof(
  fc.tuple(fc.constantFrom("P", "D", "N", "LWG", "EDIT"), fc.nat(400), fc.constantFrom("", "R0", "R10")).map((parts) => parts.join("")),
  fc.constantFrom("draft", "__proto__", "constructor", "P04116R0"),
  anyText({ maxLength: 5 }),
);
const index = fc.array(fc.tuple(key, fc.jsonValue({ maxDepth: 1 })), { maxLength: 40 }).map(asServed);

describe("shelve", () => {
  it("puts every member onto its one shelf, in the order served", () => {
    fc.assert(
      fc.property(index, (served) => {
        const shelves = shelve(served);
        for (const [name, { members }] of shelves) {
          expect(members).toEqual(Object.entries(served).filter(([key]) => shelfKey(key) === name));
          expect(members).not.toEqual([]);
        }
        expect([...shelves.values()].flatMap(({ members }) => members)).toHaveLength(Object.keys(served).length);
      }),
    );
  });

  it("gives equal shelves equal digests, whatever else is in the index", () => {
    fc.assert(
      fc.property(index, index, (served, others) => {
        const more = asServed([...Object.entries(others).filter(([key]) => !Object.hasOwn(served, key)), ...Object.entries(structuredClone(served))]);
        const [alone, among] = [shelve(served), shelve(more)];
        for (const [name, { digest, members }] of alone) {
          if (members.length === among.get(name)?.members.length) expect(among.get(name)?.digest).toBe(digest);
          else expect(among.get(name)?.digest).not.toBe(digest);
        }
      }),
    );
  });

  const sample: Record<string, Record<string, unknown> | string> = JSON.parse(readFileSync(sampleData("index.json"), "utf8"));
  const keys = Object.keys(sample);

  it("tells any single change of a field, an entry or a key by the digest of that shelf and of no other", () => {
    const before = shelve(sample);
    const change = fc.constantFrom("drop", "add a field", "change a letter", "empty", "rename");
    fc.assert(
      fc.property(fc.constantFrom(...keys), change, fc.nat(), (key, change, position) => {
        const after = shelve(
          asServed(Object.entries(structuredClone(sample)).flatMap((member) => (member[0] === key ? changed(member, change, position) : [member]))),
        );
        const differing = [...new Set([...before.keys(), ...after.keys()])].filter((name) => before.get(name)?.digest !== after.get(name)?.digest);
        const moved = change === "rename" ? [shelfKey(`${key}9`)] : [];
        expect(differing.sort()).toEqual([...new Set([shelfKey(key), ...moved])].sort());
      }),
      { numRuns: 300 },
    );
  });

  it("makes shelves small enough to be rewritten for one change", () => {
    const served = JSON.parse(readFileSync(sharedDataOr("index.json", "index-2021-07-15.json"), "utf8"));
    const sizes = [...shelve(served).values()].map(({ members }) => members.length);
    expect(Math.max(...sizes)).toBeLessThanOrEqual(1000);
  });
});

function changed([key, value]: [string, unknown], change: string, position: number): [string, unknown][] {
  const text = JSON.stringify(value);
  const letters = [...text.matchAll(/(?<!\\)[a-z](?=[^"]*"[,}])/g)].map(({ index }) => index);
  const at = letters[position % Math.max(1, letters.length)];
  if (change === "drop") return [];
  if (change === "rename") return [[`${key}9`, value]];
  if (change === "empty") return [[key, {}]];
  if (change === "add a field" || at === undefined) return [[key, { ...JSON.parse(text), more: "" }]];
  return [[key, JSON.parse(`${text.slice(0, at)}${text[at] === "a" ? "b" : "a"}${text.slice(at + 1)}`)]];
}

/** As JSON.parse makes it: "__proto__" is a key like any other. */
function asServed(members: [string, unknown][]): Record<string, unknown> {
  return JSON.parse(`{${members.map(([key, value]) => `${JSON.stringify(key)}:${JSON.stringify(value)}`).join()}}`);
}
