import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it, vi } from "vitest";
import { saySampleStandsIn, sharedData } from "../../test/data.ts";
import { findMention } from "../watch/matching/mentions.ts";
import { readWithPdfjs } from "./pdf/read-with-pdfjs.ts";
import { readPage } from "./read-page.ts";

vi.spyOn(console, "warn").mockImplementation(() => {});

const FOLDER = sharedData("drafts");
if (!FOLDER) saySampleStandsIn("drafts");

// How many of their titles and authors are right is the bench's to say: npm run bench -- first-page.
if (FOLDER) {
  const papers = JSON.parse(readFileSync(join(FOLDER, "expected.json"), "utf8")) as { file: string; author: string }[];
  describe("a real paper has a title, authors, a date or an audience, and mentions its authors in its words", () => {
    it.each(papers)("$file", async ({ file }) => {
      const outcome = await readPage(readFileSync(join(FOLDER, file)), "", readWithPdfjs);
      if (!outcome.ok) throw new Error(outcome.problem);
      const { title, authors, audience, date, text } = outcome.page;
      expect(title).toMatch(/\p{L}{3}/u);
      expect(authors).not.toEqual([]);
      expect(date ?? audience[0]).toBeDefined();
      for (const author of authors) expect(findMention(author, text)).toBe(author);
    });
  });
}
