import { expect, it } from "vitest";
import { abstractOf } from "./abstract.ts";
import type { Block, Section } from "./document.ts";

const text = (text: string): Block => ({ kind: "text", text });
const section = (title: string, ...blocks: Block[]): Section => ({ level: title === "" ? 0 : 2, title, path: [], blocks });
const of = (...sections: Section[]) => abstractOf({ form: "html", sections });

it.each<[what: string, sections: Section[], abstract: string]>([
  ["below its heading", [section("Rings", text("Emmy Noether")), section("Abstract", text("A ring."), text("Round.")), section("1 Scope")], "A ring.\nRound."],
  ["below a heading with a number", [section("1. Abstract", text("A ring."))], "A ring."],
  ["up to the first program", [section("Abstract", text("A ring."), { kind: "code", text: "ring x;" }, text("More."))], "A ring."],
  ["in the paragraph that begins so", [section("", text("Emmy Noether"), text("Abstract: a ring.")), section("Scope", text("x"))], "a ring."],
  ["nowhere", [section("Scope", text("An abstract machine is abstract."))], ""],
  ["nowhere, where only a table of contents names it", [section("Abstract"), section("Scope", text("x"))], ""],
])("stands %s", (_, sections, abstract) => {
  expect(of(...sections)).toBe(abstract);
});

it("is shortened between words", () => {
  const abstract = of(section("Abstract", text("ring ".repeat(1_000))));
  expect(abstract).toMatch(/ring…$/);
  expect(abstract.length).toBeLessThanOrEqual(1_500);
  expect(of(section("Abstract", text("r".repeat(5_000)))).length).toBeLessThanOrEqual(1_500);
});
