import { expect, it } from "vitest";
import { keptNames } from "./kept-names.ts";

it.each([
  ["English, light", "paper-en-light-chrome.png", true],
  ["English, dark", "popup-search-nothing-en-dark-chrome.png", true],
  ["English in a narrow window", "paper-narrow-en-light-chrome.png", true],
  ["the same in dark", "paper-narrow-en-dark-chrome.png", false],
  ["German where words are long for their place", "popup-trouble-de-light-chrome.png", true],
  ["German in dark", "popup-trouble-de-dark-chrome.png", false],
  ["German where there is room", "mailings-de-light-chrome.png", false],
  ["Firefox", "paper-en-light-firefox.png", false],
  ["what is no picture of a state", "taken-en.json", false],
])("keeps of what tests leave, or not: %s", (_, file, kept) => {
  expect(keptNames([file])).toEqual(kept ? [file] : []);
});
