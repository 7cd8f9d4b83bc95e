import { describe, expect, it, vi } from "vitest";
import { documentOfDraft } from "../../lib/library/paper/document.ts";
import { sampleDocument, sampleDraft } from "../../lib/library/paper/sample-document.ts";
import { speak } from "../../test/speak.ts";
import { changeText } from "./paper/change-text.ts";
import { paperDate } from "./paper/paper-date.ts";
import { sourceText } from "./paper/source-text.ts";
import { filterText } from "./search/filter-text.ts";

// Times are written in the language of the texts.
vi.mock("../../lib/language/translate.ts", async () => ({ translate: (await import("../../test/speak.ts")).speak }));

const NONE = { titleAdded: [], titleRemoved: [], joined: [], left: [], audienceAdded: [], audienceRemoved: [] };
const DAY = 24 * 60 * 60_000;

describe("what changed", () => {
  it.each([
    [{ days: 63 }, "63 days after P2300R9: no change in title, authors or audience."],
    [{ days: 1 }, "1 day after P2300R9: no change in title, authors or audience."],
    [{ days: 0 }, "On the same day as P2300R9: no change in title, authors or audience."],
    [{ joined: ["Emmy Noether", "Kurt Gödel"], left: ["Ada Lovelace"] }, "Since P2300R9: Joined: Emmy Noether and Kurt Gödel. Left: Ada Lovelace."],
    [
      { days: 1_200, titleAdded: ["of"], titleRemoved: ["for"], audienceAdded: ["LWG"], audienceRemoved: ["LEWG"] },
      "1,200 days after P2300R9: New in the title: “of”. Gone from the title: “for”. Audience added: LWG. Audience dropped: LEWG.",
    ],
  ])("%j is told in words", (changes, text) => expect(changeText("P2300R9", { ...NONE, ...changes }, speak)).toBe(text));
});

describe("where a document is known from", () => {
  it("tells the life of a draft", () => {
    const draft = sampleDraft(2300, 11);
    expect(sourceText(documentOfDraft(draft), speak)).toBe("A file at isocpp.org. First seen at isocpp.org on Oct 1, 2026.");
    const [file] = draft.files;
    const published = { publishedAs: "P2300R11", publishedAt: draft.foundAt + 14.5 * DAY, gone: true as const };
    expect(sourceText(documentOfDraft({ ...draft, ...published, files: [{ ...file, changedAt: draft.foundAt + 2 * DAY } as never] }), speak)).toBe(
      "A file at isocpp.org. First seen at isocpp.org on Oct 1, 2026. Last changed on Oct 3, 2026. No longer there. Published as P2300R11 after 14 days.",
    );
    expect(sourceText(documentOfDraft({ ...draft, baseline: true, publishedAs: "P2300R11", publishedAt: draft.foundAt }), speak)).toMatch(
      /when PaperScout first looked.*the same day\.$/,
    );
  });

  it("needs one sentence for the index", () => expect(sourceText(sampleDocument("P1R0"), speak)).toBe("The index of wg21.link."));
});

it("filters are named with their values", () => {
  const filters = { audience: "LEWG", year: 2026, kind: "n", watched: true } as const;
  expect((["audience", "year", "kind", "watched"] as const).map((name) => filterText(name, filters, speak))).toEqual([
    "Audience LEWG",
    "Year 2026",
    "N papers",
    "Only watched",
  ]);
});

it.each([
  ["2024-07-15", "Jul 15, 2024"],
  ["1999-11", "Nov 1999"],
  ["1999", "1999"],
  ["soon", "soon"],
])("the date %s is written %s", (date, text) => expect(paperDate(date)).toBe(text));
