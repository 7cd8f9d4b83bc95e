import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decodePage } from "./decode-page.ts";

const utf8 = (text: string) => [...new TextEncoder().encode(text)];
/** Every character stands for the byte of its code: Windows-1252 and Latin-1 for the letters used here. */
const singleByte = (text: string) => Array.from(text, (letter) => letter.charCodeAt(0));
const decode = (bytes: number[], contentType = "text/html") => decodePage(Uint8Array.from(bytes), contentType);

describe("a page", () => {
  it.each(["text/html", "text/html; charset=iso-8859-1", ""])("is UTF-8 where it can be, whatever it declares: %j", (contentType) => {
    expect(decode(utf8("Kühl – Kamiński 🦄"), contentType)).toBe("Kühl – Kamiński 🦄");
  });

  it.each<[contentType: string, text: string]>([
    ["text/html", "Kühl–ñ"],
    ["text/html; charset=utf-8", "Kühl–ñ"],
    ["text/html; charset=no-such-thing", "Kühl–ñ"],
    ["text/html; charset=iso-8859-12", "Kühl–ñ"],
    ["text/html; charset=iso-8859-1", "Kühl–ñ"],
    ['text/html; charset="Windows-1250"', "Kühl–ń"],
    ["text/html;charset=ISO-8859-2", "Kühl\u0096ń"],
  ])("served as %s without being UTF-8 is in the single-byte charset declared, or Windows-1252", (contentType, text) => {
    expect(decode([...singleByte("Kühl"), 0x96, 0xf1], contentType)).toBe(text);
  });

  it("may hold lines of both kinds", () => {
    const padding = "x".repeat(64);
    const page = [...utf8(`${padding}Köppe\n`), ...singleByte(`${padding}Köppe\n`), ...utf8(`${padding}Köppe`)];
    expect(decode(page)).toBe(`${padding}Köppe\n`.repeat(3).trimEnd());
  });

  it.each([
    [63, "Ã¼"],
    [64, "ü"],
  ])("has a line of %i bytes go together with what follows where it is too short to stand for itself", (length, next) => {
    const line = "x".repeat(length - 1);
    expect(decode([...utf8(line), 0xff, ...utf8("\nü")])).toBe(`${line}ÿ\n${next}`);
  });

  it("loses its byte order mark", () => {
    expect(decode([0xef, 0xbb, 0xbf, ...utf8("ü")])).toBe("ü");
  });

  it("is read whole, whatever its bytes", () => {
    const letter = fc.constantFrom("a", "\n", "ü", "🦄", "x".repeat(70));
    fc.assert(
      fc.property(fc.array(letter), fc.boolean(), (letters, isBroken) => {
        const text = letters.join("");
        expect(decode([...utf8(text), ...(isBroken ? utf8(`\n${"x".repeat(64)}\n`).concat(0xff) : [])])).toBe(
          text + (isBroken ? `\n${"x".repeat(64)}\nÿ` : ""),
        );
      }),
    );
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        expect(decodePage(bytes, "").length).toBeLessThanOrEqual(bytes.length);
      }),
    );
  });
});
