import fc from "fast-check";
import { expect, it } from "vitest";
import { anyFact } from "../../test/feed/any-fact.ts";
import { NOW, RICH } from "../../test/feed/sample-facts.ts";
import { afterAnswer, type Draft } from "../papers/draft.ts";
import { draftOf, factOf, filesSeen } from "./draft-fact.ts";

const heard = (fact: typeof RICH, draft?: Draft) =>
  filesSeen(fact).reduce((known, { asked, answer, at }) => afterAnswer(known, asked, answer, at)?.draft ?? known, draft);

it("a draft of which a feed tells is the draft that had been found here", () => {
  const draft = heard(RICH);
  expect(draft).toEqual({
    id: "D4123R1",
    prefix: "D",
    number: 4123,
    revision: 1,
    foundAt: RICH.found.at,
    files: [
      {
        extension: ".html",
        link: "https://isocpp.org/files/papers/D4123R1.html",
        foundAt: RICH.found.at,
        modifiedAt: RICH.files[0]?.modifiedAt,
        etag: '"5f-6a"',
        size: 48_213,
      },
    ],
  });
  const { files, found, id } = RICH;
  expect(draft && factOf(draft, NOW)).toEqual({ id, found, files: files.slice(0, 1) });
});

it("all that a draft is becomes its fact", () => {
  const { at, abstract = "", ...page } = RICH.page ?? { at: 0, title: "", authors: [], audience: [] };
  const link = "https://isocpp.org/files/papers/D4123R1.pdf";
  const draft: Draft = {
    id: RICH.id,
    prefix: "D",
    number: 4123,
    revision: 1,
    foundAt: 1,
    baseline: true,
    files: [
      { extension: ".html", link, foundAt: 1, changedAt: 5, size: 3, former: ["x"] },
      { extension: ".pdf", link, foundAt: 2, missingSince: 7, gone: true },
    ],
    page: page as NonNullable<Draft["page"]>,
    unreadable: "no-text",
    publishedAs: "P4123R1",
    publishedAt: 9,
  };
  expect(factOf(draft, at, abstract)).toEqual({
    id: RICH.id,
    found: { at: 1, baseline: true },
    files: [
      { at: 5, extension: ".html", size: 3 },
      { at: 7, extension: ".pdf", gone: true },
    ],
    page: RICH.page,
    unreadable: { at, why: "no-text" },
    published: { at: 9, as: "P4123R1" },
  });
});

it("what is published of a draft that was made of a fact is the same fact", () => {
  fc.assert(
    fc.property(anyFact, (fact) => {
      // What was seen before the find is no draft's; the time of reading is not the draft's own, and stands in its fact once.
      const files = fact.files.map((file) => ({ ...file, at: Math.max(file.at, fact.found.at), modifiedAt: 1e9 }));
      const { page, unreadable, ...rest } = { ...fact, files };
      const same = { ...rest, ...(page && { page }), ...(unreadable && { unreadable: { ...unreadable, at: page?.at ?? unreadable.at } }) };
      const draft = draftOf(same);
      const readAt = page?.at ?? unreadable?.at ?? 0;
      expect(draft && factOf(draft, readAt)).toEqual({ ...same, files: same.files.toSorted((a, b) => (a.extension < b.extension ? -1 : 1)) });
    }),
  );
});
