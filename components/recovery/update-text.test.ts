import { expect, it } from "vitest";
import { speak, speakGerman } from "../../test/speak.ts";
import { updateText } from "./update-text.ts";

it.each([
  ["update_available", /^$/, /^$/],
  ["no_update", /found no newer version/, /keine neuere Version/],
  ["throttled", /a moment ago.*chrome:\/\/extensions/, /gerade erst.*chrome:\/\/extensions/],
  ["failed", /could not look.*chrome:\/\/extensions/, /konnte nicht.*chrome:\/\/extensions/],
  ["not-asked", /about:addons/, /about:addons/],
] as const)("what is told where the browser answers %s is true", (answer, words, german) => {
  expect(updateText(answer, speak)).toMatch(words);
  expect(updateText(answer, speakGerman)).toMatch(german);
});
