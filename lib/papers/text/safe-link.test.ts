import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anyText } from "../../../test/any-text.ts";
import { safeLink } from "./safe-link.ts";

describe("safeLink", () => {
  it.each<[address: string, link: string]>([
    ["https://wg21.link/p2300r10", "https://wg21.link/p2300r10"],
    ["http://www.open-std.org/jtc1/sc22/wg21/docs/papers/2024/p2300r10.html", "https://www.open-std.org/jtc1/sc22/wg21/docs/papers/2024/p2300r10.html"],
    ["HTTP://WG21.LINK/P2300", "https://wg21.link/P2300"],
    ["http://www.open-std.org/cwg_defects.html#1", "https://www.open-std.org/cwg_defects.html#1"],
    ["https://issues.isocpp.org/show_bug.cgi?id=7", "https://issues.isocpp.org/show_bug.cgi?id=7"],
    ["https://wg21.link/a/../p2300", "https://wg21.link/p2300"],
    ["https://wg21.link/p2300/..?x=../y", "https://wg21.link/?x=../y"],
    ["https://127.1/p2300", "https://127.0.0.1/p2300"],
    ["https://wg21.link", "https://wg21.link/"],
    ["http://example.org:80/x", "https://example.org/x"],
    ["http://example.org:443/x", "https://example.org/x"],
    ["https://example.org/a b<c>", "https://example.org/a%20b%3Cc%3E"],
  ])("makes %s %s", (address, link) => expect(safeLink(address)).toBe(link));

  it.each(["SG", "LEWG,", "A", "ß", "a.", "%41", "%"])("throws at no host, however long: %s", (part) => {
    for (const times of [100, 10_000, 50_000]) expect(() => safeLink(`https://${part.repeat(times)}`)).not.toThrow();
  });

  it.each([
    "",
    "javascript:alert(1)",
    "JavaScript:alert(1)//https://wg21.link",
    "data:text/html,<b>",
    "file:///etc/passwd",
    "ftp://example.org/n1000.ps",
    "blob:https://wg21.link/x",
    "//wg21.link/p2300",
    "/p2300",
    "wg21.link/p2300",
    "www.open-std.org/jtc1/sc22/wg21/prot/14882fdis/n4788.pdf",
    " https://wg21.link/p2300",
    "https://",
    "https://exa mple.org/",
    "https://999.1.1.1/p2300",
    "https://wg21.link@example.org/",
    "https://user:secret@example.org/",
    "https:wg21.link",
  ])("refuses %j", (address) => expect(safeLink(address)).toBeUndefined());

  it("gives an https address that stays as it is, or nothing", () => {
    const part = fc.constantFrom(
      "http://",
      "https://",
      "https://wg21.link/",
      "HTTPS:/",
      "javascript:",
      "wg21.link",
      "EXAMPLE.org",
      ":80",
      ":443",
      ":8080",
      "/",
      "//",
      "@",
      "?",
      "#",
      "%",
      "..",
      " ",
      "[::1]",
      "ü",
    );
    const address = fc.array(fc.oneof(part, anyText({ maxLength: 4 })), { maxLength: 8 }).map((parts) => parts.join(""));
    fc.assert(
      fc.property(
        fc.oneof(
          address,
          address.map((rest) => `http://wg21.link${rest}`),
        ),
        (text) => {
          const link = safeLink(text);
          if (link === undefined) return;
          expect(link).toMatch(/^https:\/\/[^/@]+\//);
          expect(URL.parse(link)?.href).toBe(link);
          expect(safeLink(link)).toBe(link);
        },
      ),
    );
  });
});
