import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readPicture } from "../../scripts/screens/picture.ts";
import { LANGUAGES, textsOf } from "../languages/languages.ts";

const FOLDER = join(import.meta.dirname, "../../docs/store");

// The limits of the stores: https://developer.chrome.com/docs/webstore/cws-dashboard-listing and https://extensionworkshop.com/documentation/develop/create-an-appealing-listing/
const NAME = 50;
const CHROME_SUMMARY = 132;
const FIREFOX_SUMMARY = 250;
const DESCRIPTION = 15_000;

/** The text below a heading of that name, up to the next. */
function part(text: string, name: string): string {
  return (text.split(`\n## ${name}\n`)[1] ?? "").split("\n## ")[0]?.trim() ?? "";
}

/** As a store counts them. */
const letters = (text: string) => [...text].length;

describe.each(LANGUAGES)("the listing in %s", (language) => {
  const path = join(FOLDER, `listing-${language}.md`);
  const listing = existsSync(path) ? readFileSync(path, "utf8") : "";

  it("has a name and a summary in the package that both stores take", () => {
    const texts = textsOf(language);
    expect(letters(texts.extensionName?.message ?? "")).toBeLessThanOrEqual(NAME);
    expect(letters(texts.extensionDescription?.message ?? "")).toBeLessThanOrEqual(CHROME_SUMMARY);
  });

  it("has a summary of its own for Firefox, and a description", () => {
    const [summary, description] = [part(listing, "Summary"), part(listing, "Description")];
    expect(summary).not.toMatch(/^$|\n/);
    expect(letters(summary)).toBeLessThanOrEqual(FIREFOX_SUMMARY);
    expect(letters(description)).toBeGreaterThan(1_000);
    expect(letters(description)).toBeLessThanOrEqual(DESCRIPTION);
  });

  it("is plain text, which is all that Chrome's store shows, and names the hosts", () => {
    expect(listing).not.toMatch(/[*`<>]|\]\(/);
    for (const host of ["wg21.link", "isocpp.org", "www.open-std.org"]) expect(part(listing, "Description")).toContain(host);
  });

  it.each([
    ["inbox", 1280, 800],
    ["library", 1280, 800],
    ["paper", 1280, 800],
    ["tile", 440, 280],
  ])("has the picture %s, %i by %i", (name, width, height) => {
    const picture = readPicture(readFileSync(join(FOLDER, `${name}-${language}.png`)));
    expect([picture?.width, picture?.height]).toEqual([width, height]);
  });
});
