import fc from "fast-check";
import { expect, it } from "vitest";
import { anyText } from "../../../test/any-text.ts";
import { digestOf } from "./digest.ts";

it("is sixteen hexadecimal digits, the same for the same text at any time", () => {
  fc.assert(
    fc.property(anyText(), (text) => {
      expect(digestOf([text])).toMatch(/^[0-9a-f]{16}$/);
      expect(digestOf([`${text}x`.slice(0, -1)])).toBe(digestOf([text]));
    }),
  );
});

it("of several texts tells where one ends and the next begins", () => {
  fc.assert(
    fc.property(fc.array(anyText(), { maxLength: 4 }), fc.array(anyText(), { maxLength: 4 }), fc.nat(), (texts, others, place) => {
      const joined = texts.join("");
      const at = place % (joined.length + 1);
      for (const other of [others, [joined], [joined, ""], ["", joined], [joined.slice(0, at), joined.slice(at)]]) {
        expect(digestOf(other) === digestOf(texts)).toBe(JSON.stringify(other) === JSON.stringify(texts));
      }
    }),
  );
});

it("tells every replaced, left out, added and exchanged character", () => {
  fc.assert(
    fc.property(anyText({ minLength: 2, maxLength: 60 }), fc.nat(), fc.nat(0xffff), (text, place, code) => {
      const at = place % (text.length - 1);
      const [head, one, two, tail] = [text.slice(0, at), text[at] ?? "", text[at + 1] ?? "", text.slice(at + 2)];
      const letter = String.fromCharCode(code);
      const others = [head + letter + two + tail, head + two + tail, head + letter + one + two + tail, head + two + one + tail];
      for (const other of others.filter((other) => other !== text)) expect(digestOf([other])).not.toBe(digestOf([text]));
    }),
    { numRuns: 1000 },
  );
});

it("tells a hundred thousand texts apart that differ in a few digits", () => {
  const digests = new Set<string>();
  for (let number = 0; number < 100_000; number++) digests.add(digestOf([`{"P${String(number % 1000).padStart(4, "0")}R${Math.floor(number / 1000)}":{}}`]));
  expect(digests.size).toBe(100_000);
});
