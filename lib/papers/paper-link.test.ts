import fc from "fast-check";
import { expect, it } from "vitest";
import { anyText } from "../../test/any-text.ts";
import { readEntry } from "./index/read-entry.ts";
import type { Paper } from "./paper.ts";
import { paperLink } from "./paper-link.ts";

const LINK = "https://wg21.link/p2300r10";
const LONG_LINK = "https://www.open-std.org/p2300r10.html";

it.each<[name: string, fields: object, link: string]>([
  ["its own link", { link: LINK, long_link: LONG_LINK }, LINK],
  ["the document where there is no link", { long_link: LONG_LINK }, LONG_LINK],
  ["the document where the link cannot be trusted", { link: "javascript:alert(1)", long_link: LONG_LINK }, LONG_LINK],
  ["the short link where there is none", {}, LINK],
  ["the short link where none can be trusted", { link: "ftp://x/", long_link: "//x/" }, LINK],
])("a paper is read at %s", (_name, fields, link) => expect(paperLink(read("P2300R10", fields))).toBe(link));

it.each([
  ["draft", "https://wg21.link/draft"],
  ["a/../b?c#d", "https://wg21.link/a%2F..%2Fb%3Fc%23d"],
  ["<script>", "https://wg21.link/%3Cscript%3E"],
])("the short link of the key %j is %s", (key, link) => expect(paperLink(read(key, {}))).toBe(link));

it("every entry has an https address, whatever its key and its links are", () => {
  const text = anyText({ minLength: 1, maxLength: 60 });
  fc.assert(
    fc.property(fc.oneof(text, fc.constant("\ud800")), fc.option(text, { nil: undefined }), (key, link) => {
      expect(URL.parse(paperLink(read(key, { link })))?.protocol).toBe("https:");
    }),
  );
});

function read(key: string, fields: object): Paper {
  const entry = readEntry(key, fields);
  if ("skipped" in entry) throw new Error(entry.skipped);
  return entry.paper;
}
