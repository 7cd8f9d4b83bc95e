import fc from "fast-check";
import { expect, it } from "vitest";
import { splitTerms } from "./split-terms.ts";

it.each<[line: string, terms: string[]]>([
  ["", []],
  ["Kühl", ["|Kühl"]],
  ["author:Eddie Kühl title:ring buffer -audience:SG1", ["author|Eddie Kühl", "title|ring buffer", "-audience|SG1"]],
  ["Author: Kühl  ", ["author|Kühl"]],
  ["rings author:Kühl", ["|rings", "author|Kühl"]],
  ['title:"by author:Kühl" –author:Kühl', ['title|"by author:Kühl"', "-author|Kühl"]],
  ["title:author:Kühl", ["title|author:Kühl"]],
  ["author:Kühl -SG1 -C++", ["author|Kühl", "-|SG1", "-|C++"]],
  ["title:rings - and more", ["title|rings - and more"]],
  ["paper:2300 LEWG kind:draft rings of power", ["paper|2300", "|LEWG", "kind|draft", "|rings of power"]],
  ["author:", ["author|"]],
  ["-", ["|-"]],
])("%j is cut into %j", (line, terms) => expect(splitTerms(line).map(({ kind = "", not, value }) => `${not ? "-" : ""}${kind}|${value}`)).toEqual(terms));

it("loses no letter of the line and names every place in it", () => {
  const piece = fc.constantFrom("author:", "-", '"', "Kühl", "title: ", " ", "–SG1", ":", "kind:");
  fc.assert(
    fc.property(fc.array(piece), (pieces) => {
      const line = pieces.join("").replace(/ +/g, " ").trim();
      const terms = splitTerms(line);
      expect(terms.map(({ start, end }) => line.slice(start, end)).join("")).toBe(line);
      for (const { value, valueStart, end } of terms) expect(line.slice(valueStart, end).trim()).toBe(value);
    }),
  );
});
