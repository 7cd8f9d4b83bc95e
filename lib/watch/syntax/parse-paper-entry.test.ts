import { expect, it } from "vitest";
import { parsePaperEntry } from "./parse-paper-entry.ts";

it.each([
  ["2300", "P2300"],
  ["19", "P0019"],
  ["123456", "P123456"],
  ["P2300", "P2300"],
  ["p2300", "P2300"],
  ["P19", "P0019"],
  ["D3980", "P3980"],
  ["P2300R10", "P2300R10"],
  ["p2300r10", "P2300R10"],
  ["D3980R0", "P3980R0"],
  ["N4950", "N4950"],
  ["n82", "N0082"],
  ["https://wg21.link/p2300r10", "P2300R10"],
  ["https://wg21.link/P2300/", "P2300"],
  ["wg21.link/p2300", "P2300"],
  ["https://isocpp.org/files/papers/D3980R0.pdf", "P3980R0"],
  ["http://www.open-std.org/jtc1/sc22/wg21/docs/papers/2024/p2300r10.html#abstract", "P2300R10"],
  ["https://www.open-std.org/jtc1/sc22/wg21/docs/papers/2023/n4950.pdf?x=1/2", "N4950"],
  ["[P2300R10]", "P2300R10"],
  ["(p2300),", "P2300"],
  ["P2300R10.", "P2300R10"],
  ["p2300r10.html", "P2300R10"],
  ["D2300R10.pdf#page=2", "P2300R10"],
  ["P 2300", "P2300"],
  ["p 2300 r10", "P2300R10"],
  ["2300r10", "P2300R10"],
  ["2300 r10", "P2300R10"],
  ["2300-R10", "P2300R10"],
  ["https://wg21.link/p2300r10/github", "P2300R10"],
  ["https://isocpp.org/files/papers/P3923R0.html#wording", "P3923R0"],
  ["https://isocpp.org/files/papers/P3923R0_slides.pdf", "P3923R0"],
  ["<https://wg21.link/p2300>", "P2300"],
])("reads %s as %s", (text, id) => expect(parsePaperEntry(text)).toEqual({ id }));

it.each(["LWG2300", "cwg1", "SD6", "SD-7", "EDIT3", "EWG12", "LEWG1", "FS1", "https://wg21.link/lwg2300"])("knows that %s is no paper", (text) =>
  expect(parsePaperEntry(text)).toEqual({ problem: "not-a-paper" }),
);

it.each([
  "P2300R",
  "P23000000",
  "1234567",
  "N4950R1",
  "P04116R0",
  "04116",
  "https://github.com/cplusplus/papers/issues/1234",
  "https://isocpp.org/files/papers/PO4116_emoticons.html",
  "https://wg21.link/",
])("can make no paper of %s", (text) => expect(parsePaperEntry(text)).toEqual({ problem: "bad-value" }));

it.each(["executor", "C++26", "Kühl", "C/C++", "P2300 is late", "draft", "Phil"])("leaves %j to others", (text) =>
  expect(parsePaperEntry(text)).toBeUndefined(),
);

it.each([
  ["https://www.open-std.org/jtc1/sc22/wg14/www/docs/n3804.txt", "WG14"],
  ["open-std.org/JTC1/SC22/WG5/n2300", "WG5"],
  ["https://www.open-std.org/jtc1/sc22/docs/n4950.pdf", ""],
  ["WG14 N3220", "WG14"],
  ["wg5/N2200:", "WG5"],
])("leaves %s to that group", (text, group) => expect(parsePaperEntry(text)).toEqual({ problem: "other-group", group }));
