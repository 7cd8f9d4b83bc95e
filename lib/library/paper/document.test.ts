import { describe, expect, it } from "vitest";
import type { ListedPaper } from "../../papers/listing.ts";
import { samplePaper } from "../../watch/sample-paper.ts";
import { dateOf, documentOfDraft, documentOfIndex, documentOfListing, isDraft, mailingOf } from "./document.ts";
import { sampleDocument, sampleDraft } from "./sample-document.ts";

const LISTED: ListedPaper = { id: "P2300R10", title: "Listed", authors: ["Kurt Gödel"], audience: ["LWG"], mailing: "2024-07" };

describe("a document", () => {
  it("of the index is completed by the listing, which never overrules it", () => {
    const { paper, from } = documentOfIndex(samplePaper("P2300R10", { title: "Indexed" }), LISTED);
    expect(paper).toMatchObject({ title: "Indexed", authors: ["Kurt Gödel"], audience: ["LWG"] });
    expect(from).toBe("index");
  });

  it("that is a draft has the date of its page, else of its file, else the day it was found", () => {
    const draft = sampleDraft(2300, 11);
    const [file] = draft.files;
    expect(dateOf(documentOfDraft(draft))).toBe("2026-10-01");
    expect(dateOf(documentOfDraft({ ...draft, files: [{ ...file, modifiedAt: Date.UTC(2026, 8, 20) } as never] }))).toBe("2026-09-20");
    expect(dateOf(documentOfDraft({ ...draft, page: { title: "", authors: [], audience: [], date: "2026-09-15" } }))).toBe("2026-09-15");
    expect(dateOf(sampleDocument("P1R0"))).toBeUndefined();
  });

  it("is a draft while it may change", () => {
    expect(isDraft(sampleDocument("D2300R11"))).toBe(true);
    expect(isDraft(documentOfDraft(sampleDraft(2300, 11, { prefix: "P" })))).toBe(true);
    expect(isDraft(documentOfIndex(samplePaper("P2300R11"), undefined, sampleDraft(2300, 11, { prefix: "P" })))).toBe(false);
    expect(isDraft(documentOfListing(LISTED))).toBe(false);
  });
});

describe("the mailing of a document", () => {
  it.each([
    ["as the listing says", documentOfIndex(samplePaper("P2300R10", { date: "2024-06-28" }), LISTED), { id: "2024-07" }],
    ["as the listing says, without an index", documentOfListing(LISTED), { id: "2024-07" }],
    ["by its date", sampleDocument("P2300R10", { date: "2024-06-28" }), { id: "2024-06", byDate: true }],
    ["by its month", sampleDocument("N1", { date: "1999-11" }), { id: "1999-11", byDate: true }],
    ["unknown by a year alone", sampleDocument("N1", { date: "1999" }), undefined],
    ["unknown without a date", sampleDocument("P2300R10"), undefined],
    ["none, for a draft", documentOfDraft(sampleDraft(2300, 11)), undefined],
    ["none, for a draft of the index", sampleDocument("D2300R11", { date: "2024-06-28" }), undefined],
  ])("is %s", (_, document, mailing) => expect(mailingOf(document)).toEqual(mailing));
});
