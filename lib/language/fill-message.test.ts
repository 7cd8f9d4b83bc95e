import { expect, it } from "vitest";
import { fillMessage, type MessageValues } from "./fill-message.ts";

it.each<[string, string, MessageValues, string]>([
  ["Checked $1.", "en", [["just now"]], "Checked just now."],
  ["$2 of $1, $2", "en", [["a", "b"]], "b of a, b"],
  ["plain", "en", [], "plain"],
  ["1 paper | $1 papers", "en", [1], "1 paper"],
  ["1 paper | $1 papers", "en", [0], "0 papers"],
  ["1 paper | $1 papers", "en", [30_000], "30,000 papers"],
  ["1 Paper | $1 Papers", "de", [30_000], "30.000 Papers"],
  ["$1 a day", "de", [[1234.5]], "1.234,5 a day"],
  ["$1", "de", [["2026"]], "2026"],
  ["1 of $2 | $1 of $2", "en", [3, ["x", 1000]], "x of 1,000"],
  ["always $1", "en", [7], "always 7"],
  ["$1 | $2", "en", [["a", "b"]], "a | b"],
  ["$1: 1 paper | $1: $2 papers", "en", [2, ["Sy Brand | Simon Brand", 2]], "Sy Brand | Simon Brand: 2 papers"],
  ["“$1” by $2", "en", [["$2 $& $$", "x"]], "“$2 $& $$” by x"],
  ["$1 and $2", "en", [["a"]], "a and "],
])("%s in %s", (message, language, values, text) => {
  expect(fillMessage(message, language, values)).toBe(text);
});
