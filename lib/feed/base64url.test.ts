import fc from "fast-check";
import { expect, it } from "vitest";
import { fromBase64url, toBase64url } from "./base64url.ts";

it("bytes come back as they were", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 70 }), (bytes) => {
      expect(toBase64url(bytes)).toBe(Buffer.from(bytes).toString("base64url"));
      expect(fromBase64url(toBase64url(bytes), bytes.length)).toEqual(new Uint8Array(bytes));
    }),
  );
});

it.each([
  ["another length", "AAAA", 2],
  ["signs of plain base64", "++//", 3],
  ["padding", "AA==", 1],
  ["bits beyond the last byte, which would be a second way to write it", "AB", 1],
  ["what is no sign of it", "A A ", 3],
])("%s is refused", (_, text, length) => expect(fromBase64url(text, length)).toBeUndefined());
