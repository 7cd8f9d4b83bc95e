import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { namesOptionsPage, OPTIONS_PAGE_NAMES, type OptionsPage, readOptionsPage } from "./options-pages.ts";

describe("the page that an address leads to", () => {
  it.each<[string, OptionsPage]>([
    ["", "watchlists"],
    ["#", "watchlists"],
    ["#/", "watchlists"],
    ["#/status", "status"],
    ["#status", "status"],
    ["#/muted", "muted"],
    ["#/watch/P2300", "watchlists"],
    ["#/watch/about", "watchlists"],
    ["#watchlists", "watchlists"],
    ["#notifications", "notifications"],
    ["#settings", "notifications"],
    ["#settings-checking", "status"],
    ["#settings-drafts", "drafts"],
    ["#settings-sweep", "drafts"],
    ["#settings-keyboard", "about"],
    ["#work", "status"],
    ["#data", "data"],
    ["#about", "about"],
    ["#/constructor", "watchlists"],
    ["#/STATUS", "watchlists"],
  ])("%j is %s", (hash, page) => expect(readOptionsPage(hash)).toBe(page));

  it("is one of them, whatever is typed", () => {
    fc.assert(fc.property(fc.string(), (hash) => OPTIONS_PAGE_NAMES.includes(readOptionsPage(hash))));
  });

  it.each([
    ["", false],
    ["#/watch/P2300", false],
    ["#/data", true],
    ["#work", true],
    ["#nowhere", false],
  ])("%j names it: %s", (hash, named) => expect(namesOptionsPage(hash)).toBe(named));
});
