import { expect, it } from "vitest";
import { suggestPrefix } from "./suggest-prefix.ts";

it.each([
  ["autor", "author"],
  ["Authors", "author"],
  ["titel", "title"],
  ["tilte", "title"],
  ["audiance", "audience"],
  ["zielgruppe", "audience"],
  ["papers", "paper"],
  ["kinds", "kind"],
  ["by", "author"],
  ["std", undefined],
  ["cpp", undefined],
  ["constructor", undefined],
  ["x".repeat(500), undefined],
])("%j was meant to be %j", (word, prefix) => expect(suggestPrefix(word)).toBe(prefix));
