import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { documentAddress } from "./document-address.ts";

describe("where a document is asked for", () => {
  it.each([
    ["https://www.open-std.org/jtc1/sc22/wg21/docs/papers/2024/p2300r10.html", "https://www.open-std.org/jtc1/sc22/wg21/docs/papers/2024/p2300r10.html"],
    ["http://www.open-std.org/jtc1/a.pdf", "https://www.open-std.org/jtc1/a.pdf"],
    ["https://open-std.org/a.pdf#page=3", "https://www.open-std.org/a.pdf"],
    ["https://isocpp.org/files/papers/P2300R10.html", "https://isocpp.org/files/papers/P2300R10.html"],
    ["https://www.isocpp.org/a?b=c", "https://isocpp.org/a?b=c"],
  ])("%s", (link, url) => {
    expect(documentAddress(link)).toEqual({ url, host: new URL(url).hostname });
  });

  it.each([
    "https://wg21.link/p2300r10",
    "https://wiki.edg.com/a.pdf",
    "https://isocpp.org.example/a.pdf",
    "https://example.org/https://isocpp.org/a.pdf",
    "https://isocpp.org:8443/a.pdf",
    "https://me:secret@isocpp.org/a.pdf",
    "ftp://isocpp.org/a.pdf",
    "javascript:alert(1)",
    "constructor",
    "",
  ])("nowhere: %s", (link) => {
    expect(documentAddress(link)).toBeUndefined();
  });

  it("is one of the two hosts, whatever the link is", () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.webUrl(),
          fc.string(),
          fc.webPath().map((path) => `http://isocpp.org${path}`),
        ),
        (link) => {
          const address = documentAddress(link);
          if (address) expect(address.url).toMatch(/^https:\/\/(?:isocpp\.org|www\.open-std\.org)\//);
        },
      ),
    );
  });
});
