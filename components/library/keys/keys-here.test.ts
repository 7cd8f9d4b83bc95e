import { expect, it } from "vitest";
import { keysHere } from "./keys-here.ts";

const keysWhere = (...there: string[]) => keysHere((selector) => there.some((part) => selector.includes(part))).map(([, ...keys]) => keys.join(" "));

it.each([
  ["a page with nothing of it", [], ["/", "?"]],
  ["a list of papers", ["ul.windowed > li", "watch"], ["j k", "Enter", "w", "/", "?"]],
  ["the inbox", ["ul.windowed > li", "read", "star", "later"], ["j k", "Enter", "e r", "s", "l", "/", "?"]],
  ["a paper with two documents", ['"c"'], ["c", "/", "?"]],
  ["what changed", ['"n"'], ["n p", "/", "?"]],
])("the keys of %s are named, and no others", (_, there, keys) => {
  expect(keysWhere(...there)).toEqual(keys);
});
