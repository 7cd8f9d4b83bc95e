import { expect, it } from "vitest";
import { suggestAuthors } from "./suggest-authors.ts";

const AUTHORS = ["Herb Sutter", "Jean-Heyd Meneses", "Michał Dominiak", "Eddie Kühl", "Michael Wong"].map((value, count) => ({ value, count }));
const suggest = (typed: string, limit = 10) => suggestAuthors(AUTHORS, typed, limit).map(({ value }) => value);

it.each([
  ["mich", ["Michał Dominiak", "Michael Wong"]],
  ["MICHAL", ["Michał Dominiak"]],
  ["kuhl ed", ["Eddie Kühl"]],
  ["heyd", ["Jean-Heyd Meneses"]],
  ["utter", []],
  ["", []],
  ["%&", []],
])("%j suggests %j", (typed, names) => expect(suggest(typed)).toEqual(names));

it("suggests no more than asked for", () => expect(suggest("m", 1)).toEqual(["Jean-Heyd Meneses"]));
