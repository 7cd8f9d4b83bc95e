import { expect, it } from "vitest";
import { decodeHtml } from "./decode-html.ts";

const ascii = (text: string) => new TextEncoder().encode(text);
const latin = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
const wide = (text: string, big = false) =>
  Uint8Array.from(
    [...text].flatMap((letter) => (big ? [letter.charCodeAt(0) >> 8, letter.charCodeAt(0) & 255] : [letter.charCodeAt(0) & 255, letter.charCodeAt(0) >> 8])),
  );

it.each<[string, Uint8Array, string, string]>([
  ["UTF-8", ascii("Gödel"), "", "Gödel"],
  ["UTF-8 by its mark", Uint8Array.from([0xef, 0xbb, 0xbf, 0x61]), "text/html; charset=utf-16", "a"],
  ["UTF-16 by its mark", Uint8Array.from([0xff, 0xfe, 0x61, 0]), "", "a"],
  ["UTF-16 the other way round", Uint8Array.from([0xfe, 0xff, 0, 0x61]), "", "a"],
  ["UTF-16 by its zeros", wide("<p>Gödel"), "", "<p>Gödel"],
  ["UTF-16 by its zeros, the other way round", wide("<p>Gödel", true), "", "<p>Gödel"],
  ["UTF-16 with half of it beyond Latin", wide("<p>ббб"), "", "<p>ббб"],
  ["what is said with it", latin("G\xf6del"), "text/html; charset=iso-8859-2", "Gödel"],
  ["what is said with it rather than in it", latin("<meta charset=koi8-r>\xf6"), "text/html; CHARSET='iso-8859-1'", "<meta charset=koi8-r>ö"],
  ["what is said in it", latin("<META charset=koi8-r>\xc1"), "", "<META charset=koi8-r>а"],
  ["what cannot be that, one byte a character", latin("G\xf6del"), "charset=utf-8", "Gödel"],
  ["what nobody knows", latin("G\xf6del"), "charset=no-such", "Gödel"],
  ["what says nothing", latin("G\xf6del"), "", "Gödel"],
  ["UTF-8 with one fault among many letters", Uint8Array.from([...ascii("öäü"), 0xff]), "", "öäü\ufffd"],
  ["as many faults as letters", Uint8Array.from([...ascii("ö"), 0xff]), "", "Ã¶ÿ"],
])("%s", (_, bytes, contentType, text) => expect(decodeHtml(bytes, contentType)).toBe(text));

it("a character that is cut off at the end is none", () => {
  expect(decodeHtml(ascii("aö").slice(0, 2), "")).toBe("a");
});
