import { expect, it } from "vitest";
import { isWording } from "./is-wording.ts";

const at = (title: string, ...path: string[]) => ({ level: 2, title, path, blocks: [] });

it.each([
  "Wording",
  "7 Proposed wording",
  "Formal specification",
  "Technical Specifications",
  "Proposed changes to the standard",
  "Changes to the working draft",
  "Class template ring [ring.ideal]",
  "Proposed resolution",
])("%s is wording, and so is what stands below it", (title) =>
  expect([isWording(at(title)), isWording(at("Anything", "Design", title))]).toEqual([true, true]),
);

it.each(["Introduction", "Design", "Proposed solution", "[P9001R2]", "Why words matter"])("%s is none", (title) => expect(isWording(at(title))).toBe(false));
