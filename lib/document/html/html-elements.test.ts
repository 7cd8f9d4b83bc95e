import { describe, expect, it } from "vitest";
import { isBlock, isSkipped, mailOf, partOf } from "./html-elements.ts";

it.each([
  ["p", true],
  ["td", true],
  ["span", false],
  ["a", false],
])("%s stands in lines of its own: %s", (element, expected) => expect(isBlock(element)).toBe(expected));

it.each([
  ["script", {}, true],
  ["p", {}, false],
  ["div", { id: "TOC" }, true],
  ["nav", { role: "doc-toc" }, true],
  ["div", { class: "big Table-of-Contents" }, true],
  ["span", { id: "toc" }, false],
  ["body", { class: "toc" }, false],
  ["div", { id: "tocs" }, false],
  ["math", {}, false],
  ["annotation", {}, true],
  ["span", { class: "katex-mathml" }, true],
  ["span", { class: "katex" }, false],
])("%s %j is not read: %s", (element, attributes, expected) => expect(isSkipped(element, attributes)).toBe(expected));

it.each([
  [{ class: "title" }, "title"],
  [{ id: "title" }, "title"],
  [{ class: "Subtitle title" }, "subtitle"],
  [{ class: "author" }, "author"],
  [{ class: "x authors" }, "author"],
  [{ class: "date" }, "date"],
  [{ id: "date" }, undefined],
  [{}, undefined],
  [{ class: `${"a".repeat(194)} title` }, "title"],
  [{ class: `${"a".repeat(195)} title` }, undefined],
])("%j is the %s", (attributes, part) => expect(partOf(attributes)).toBe(part));

describe("the address of a link", () => {
  it.each([
    ["mailto:a@b.org", "a@b.org"],
    ["MAILTO:a@b.org?subject=c", "a@b.org"],
    ["xmailto:a@b.org", undefined],
    ["https://b.org", undefined],
    [`mailto:${"a".repeat(101)}`, "a".repeat(100)],
  ])("%s is %s", (href, address) => expect(mailOf({ href })).toBe(address));

  it("is none where there is no link", () => expect(mailOf({})).toBeUndefined());
});
