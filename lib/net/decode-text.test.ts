import fc from "fast-check";
import { expect, it } from "vitest";
import { decodeText } from "./decode-text.ts";

const PIECE_BYTES = 65_536;
const encode = (text: string) => new TextEncoder().encode(text);

it.each([["ü"], ["–"], ["🙂"]])("keeps %s whole wherever a piece ends within it", (letter) => {
  for (let before = 0; before <= 4; before++) {
    const text = `${"a".repeat(PIECE_BYTES - before)}${letter}z`;
    expect(decodeText(encode(text)) === text).toBe(true);
  }
});

it("reads any bytes as they are read in one piece, and says where they are no text", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 12 }), fc.nat(12), (bytes, before) => {
      const all = new Uint8Array(PIECE_BYTES - before + bytes.length).fill(97);
      all.set(bytes, PIECE_BYTES - before);
      expect(decodeText(all) === new TextDecoder().decode(all)).toBe(true);
      expect(decodeText(bytes)).toBe(new TextDecoder().decode(bytes));
    }),
  );
});

it("says where the last character is cut off", () => {
  expect(decodeText(encode("Kü").subarray(0, 2))).toBe("K\ufffd");
});
