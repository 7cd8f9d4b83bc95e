import { describe, expect, it } from "vitest";
import { parseWatch } from "../syntax/parse-watch.ts";
import { onePerson } from "./one-person.ts";

const authors = ["Ada Lovelace", "Dietmar Kühl", "Jens Maurer", "M. Kühl", "Karpov Alexander", "Kim Novak"].map((text) => ({ text, key: "", papers: 1 }));

describe("a lone name with a comma", () => {
  it.each<[typed: string, person: string | undefined, isPlain?: boolean]>([
    ["Lovelace, Ada", "Ada Lovelace", true],
    ["author:Lovelace, Ada", "Ada Lovelace", true],
    ["lovelace,ada", "ada lovelace", true],
    ["Kühl, Dietmar", "Dietmar Kühl", true],
    ["Karpov, Alexander", "Alexander Karpov", true],
    // Two surnames that the index knows are two people.
    ["Kühl, Maurer", undefined],
    ["Maurer, Kuhl", undefined],
    // Of whom nothing is known may be either.
    ["Babbage, Charles", "Charles Babbage", false],
    ["Lovelace, Augusta", "Augusta Lovelace", false],
    // These are two by themselves.
    ["Lovelace | Ada", undefined],
    ["Ada Lovelace, Kurt Gödel", undefined],
    ["Lovelace, Ada, Kühl", undefined],
    ["title:Lovelace, Ada", undefined],
  ])("%s", (typed, person, isPlain) => {
    const parsed = parseWatch(typed);
    const watch = parsed.ok ? parsed.watch : parsed.problem === "ambiguous" ? parsed.choices[0] : undefined;
    expect(watch && onePerson(watch, typed, { authors })).toEqual(person && { watch: { kind: "author", text: person }, isPlain });
  });
});
