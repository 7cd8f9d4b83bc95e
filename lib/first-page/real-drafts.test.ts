import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it, vi } from "vitest";
import { saySampleStandsIn, sharedData } from "../../test/data.ts";
import { htmlDraft, pdfDraft } from "../../test/web/published/sample-drafts.ts";
import { readWithPdfjs } from "../document/pdf/reader/read-with-pdfjs.ts";
import { findMention } from "../watch/matching/mentions.ts";
import { readPage } from "./read-page.ts";

vi.spyOn(console, "warn").mockImplementation(() => {});

const FOLDER = sharedData("drafts");
if (!FOLDER) saySampleStandsIn("drafts");

const SAMPLE = { id: "D4123R0", title: "Rings", authors: ["Emmy Noether <emmy@example.org>"], audience: "LEWG", date: "2026-11-20" };

/** [file, its bytes]. How many of their titles and authors are right is the bench's to say: npm run bench -- first-page. */
const PAPERS: [file: string, read: () => Uint8Array][] = FOLDER
  ? (JSON.parse(readFileSync(join(FOLDER, "expected.json"), "utf8")) as { file: string }[]).map(({ file }) => [file, () => readFileSync(join(FOLDER, file))])
  : [
      ["D4123R0.html", () => new TextEncoder().encode(htmlDraft(SAMPLE))],
      ["D4123R0.pdf", () => pdfDraft(SAMPLE)],
    ];

describe("a real paper has a title, authors, a date or an audience, and mentions its authors in its words", () => {
  it.each(PAPERS)("%s", async (_, read) => {
    const outcome = await readPage(read(), "", readWithPdfjs);
    if (!outcome.ok) throw new Error(outcome.problem);
    const { title, authors, audience, date, text } = outcome.page;
    expect(title).toMatch(/\p{L}{3}/u);
    expect(authors).not.toEqual([]);
    expect(date ?? audience[0]).toBeDefined();
    for (const author of authors) expect(findMention(author, text)).toBe(author);
  });
});
