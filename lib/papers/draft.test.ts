import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type AskedFile,
  afterAnswer,
  bestFile,
  type Draft,
  type DraftChange,
  type FileSeen,
  factsOf,
  type HeldFile,
  isOlder,
  paperOfDraft,
  publishedFrom,
  versionOf,
} from "./draft.ts";
import { isPaper } from "./paper.ts";

const HOUR = 3_600_000;
const NOW = Date.UTC(2026, 10, 22);
const FOLDER = "https://isocpp.org/files/papers/";
const EXTENSIONS = [".html", ".pdf"];

const asked = (extension: string): AskedFile => ({ prefix: "D", number: 42, revision: 1, extension, link: `${FOLDER}D0042R1${extension}` });
const held = (extension: string, rest: Partial<HeldFile> = {}): HeldFile => ({ extension, link: asked(extension).link, foundAt: 1, ...rest });
const draftOf = (files: HeldFile[], rest: Partial<Draft> = {}): Draft => ({ id: "D0042R1", prefix: "D", number: 42, revision: 1, files, foundAt: 1, ...rest });
const present = (rest: Omit<Extract<FileSeen, { kind: "present" }>, "kind"> = {}): FileSeen => ({ kind: "present", ...rest });
const absent: FileSeen = { kind: "absent" };
const unchanged: FileSeen = { kind: "unchanged" };

/** Long after whatever the host says of a file. */
const BEGIN = 10 * HOUR;

/** What becomes of a draft at these answers, an hour apart from BEGIN on, and what each meant. */
function hear(
  draft: Draft | undefined,
  ...answers: [extension: string, answer: FileSeen][]
): { draft: Draft | undefined; changes: (DraftChange | undefined)[] } {
  const changes: (DraftChange | undefined)[] = [];
  let now = BEGIN;
  let current = draft;
  for (const [extension, answer] of answers) {
    const after = afterAnswer(current, asked(extension), answer, now);
    current = after?.draft ?? current;
    changes.push(after?.change);
    now += HOUR;
  }
  return { draft: current, changes };
}

describe("a draft after an answer", () => {
  it("is found with its first file, under the name that WG21 gives it", () => {
    const file = { extension: ".pdf", link: `${FOLDER}D0042R1.pdf`, foundAt: BEGIN, modifiedAt: 5, etag: '"a"', size: 7 };
    expect(hear(undefined, [".pdf", present({ modifiedAt: 5, etag: '"a"', size: 7 })])).toEqual({
      draft: draftOf([file], { foundAt: BEGIN }),
      changes: ["found"],
    });
  });

  it.each([absent, unchanged])("is still none where there was none: %j", (answer) => {
    expect(afterAnswer(undefined, asked(".pdf"), answer, 10)).toBeUndefined();
    expect(afterAnswer(draftOf([held(".html")]), asked(".pdf"), answer, 10)).toBeUndefined();
  });

  it("gains a second file without any news", () => {
    const { draft, changes } = hear(draftOf([held(".pdf")]), [".html", present({ size: 9 })]);
    expect(changes).toEqual([undefined]);
    expect(draft).toEqual(draftOf([held(".html", { foundAt: BEGIN, size: 9 }), held(".pdf")]));
  });

  const DATED = { modifiedAt: 100, etag: '"a"', size: 7 };
  it.each<[name: string, known: Partial<HeldFile>, seen: FileSeen, changed: boolean]>([
    ["the same", DATED, present(DATED), false],
    ["304", DATED, unchanged, false],
    ["a newer date", DATED, present({ ...DATED, etag: '"b"', modifiedAt: 60_100 }), true],
    ["an older date", DATED, present({ ...DATED, modifiedAt: 99 }), false],
    ["a newer date and the same tag", DATED, present({ ...DATED, modifiedAt: HOUR }), false],
    ["another size and the same tag, packed now", DATED, present({ ...DATED, size: 3 }), false],
    ["a date a second apart, from another machine", DATED, present({ modifiedAt: 1_100, etag: '"b"', size: 7 }), false],
    ["the time of its answer, and the same size", { modifiedAt: 100, size: 7 }, present({ modifiedAt: BEGIN, size: 7 }), false],
    ["the same tag, packed now", { etag: '"a"' }, present({ etag: '"a-gzip"' }), false],
    ["the same tag, which nobody quotes", { etag: "a" }, present({ etag: "a-br" }), false],
    ["a tag that it had before", { etag: '"a"', former: ['"b" '] }, present({ etag: '"b"' }), false],
    ["a size that it had before", { size: 7, former: [" 8"] }, present({ size: 8 }), false],
    ["the same date, which speaks before the tag", DATED, present({ modifiedAt: 100, etag: '"b"', size: 7 }), false],
    ["the same date and another size", DATED, present({ modifiedAt: 100, etag: '"b"', size: 8 }), true],
    ["another tag and no date", DATED, present({ etag: '"b"' }), true],
    ["another tag where there was no date", { etag: '"a"' }, present({ ...DATED, etag: '"b"' }), true],
    ["the same tag, which speaks before the size", { etag: '"a"', size: 7 }, present({ etag: '"a"', size: 8 }), false],
    ["the same tag, weak now", { etag: '"a"' }, present({ etag: 'W/"a"' }), false],
    ["another size and neither date nor tag", DATED, present({ size: 8 }), true],
    ["the same size", { size: 7 }, present({ size: 7 }), false],
    ["nothing to compare", DATED, present(), false],
    ["all, where nothing was known", {}, present(DATED), false],
  ])("whose host says %s: known %j, seen %j, changed %s", (_, known, seen, changed) => {
    const { draft, changes } = hear(draftOf([held(".pdf", known)]), [".pdf", seen]);
    expect(changes).toEqual([changed ? "changed" : undefined]);
    const { kind: __, ...said } = seen;
    const now = { ...held(".pdf"), ...said, changedAt: BEGIN };
    if (changed) expect(draft?.files).toMatchObject([now]);
    else expect(draft?.files).toEqual([{ ...said, ...held(".pdf", known) }]);
  });

  it("is gone when its only file is missing twice, and not before", () => {
    const once = hear(draftOf([held(".pdf")]), [".pdf", absent]);
    expect(once).toEqual({ draft: draftOf([held(".pdf", { missingSince: BEGIN })]), changes: [undefined] });
    const twice = hear(draftOf([held(".pdf")]), [".pdf", absent], [".pdf", absent], [".pdf", absent]);
    expect(twice).toEqual({ draft: draftOf([held(".pdf", { missingSince: BEGIN, gone: true })], { gone: true }), changes: [undefined, "gone", undefined] });
  });

  it.each([present(), unchanged])("was missing by accident where it is there in between: %j", (answer) => {
    const { draft, changes } = hear(draftOf([held(".pdf")]), [".pdf", absent], [".pdf", answer], [".pdf", absent]);
    expect(changes).toEqual([undefined, undefined, undefined]);
    expect(draft).toEqual(draftOf([held(".pdf", { missingSince: BEGIN + 2 * HOUR })]));
  });

  it("is there as long as one of its files is", () => {
    const both = draftOf([held(".html"), held(".pdf")]);
    expect(hear(both, [".pdf", absent], [".pdf", absent])).toMatchObject({ draft: { files: [{}, { gone: true }] }, changes: [undefined, undefined] });
    expect(hear(both, [".pdf", absent], [".pdf", absent]).draft).not.toHaveProperty("gone");
    expect(hear(both, [".pdf", absent], [".pdf", absent], [".html", absent], [".html", absent]).changes.at(-1)).toBe("gone");
  });

  it.each([present({ modifiedAt: 100 }), unchanged])("has changed when it comes back, with the content that it had: %j", (answer) => {
    const gone = draftOf([held(".pdf", { modifiedAt: 100, missingSince: 2, gone: true })], { gone: true });
    expect(hear(gone, [".pdf", answer])).toEqual({ draft: draftOf([held(".pdf", { modifiedAt: 100, changedAt: BEGIN })]), changes: ["changed"] });
  });

  it("has changed when another file comes in place of the one that is gone", () => {
    const gone = draftOf([held(".pdf", { missingSince: 2, gone: true })], { gone: true });
    expect(hear(gone, [".html", present()])).toMatchObject({ draft: { files: [{ extension: ".html" }, { gone: true }] }, changes: ["changed"] });
  });

  it("has one file for each extension and is gone exactly when all are, whatever the host says", () => {
    const number = fc.option(fc.nat(3), { nil: undefined });
    const seen = fc.record({
      kind: fc.constant("present" as const),
      modifiedAt: number,
      size: number,
      etag: fc.constantFrom(undefined, '"a"', 'W/"a"', '"b"'),
    });
    const answer = fc.oneof(
      seen.map((one) => JSON.parse(JSON.stringify(one)) as FileSeen),
      fc.constant(absent),
      fc.constant(unchanged),
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constantFrom(...EXTENSIONS), answer), { maxLength: 30 }), (answers) => {
        const { draft, changes } = hear(undefined, ...answers);
        const isThere = (extension: string) => answers.some(([of, { kind }]) => of === extension && kind === "present");
        const firstSeen = answers.find(([, { kind }]) => kind === "present");
        expect(changes.filter((change) => change === "found")).toHaveLength(firstSeen ? 1 : 0);
        expect(draft === undefined).toBe(firstSeen === undefined);
        if (!draft) return;
        const extensions = draft.files.map(({ extension }) => extension);
        expect(new Set(extensions).size).toBe(extensions.length);
        for (const extension of extensions) expect(isThere(extension)).toBe(true);
        expect(draft.gone === true).toBe(draft.files.every(({ gone }) => gone));
        // Whoever hears only of the changes knows whether it is there.
        expect(changes.findLast((change) => change !== undefined) === "gone").toBe(draft.gone === true);
        for (const { extension, gone, missingSince } of draft.files) {
          const said = answers.filter(([of]) => of === extension).map(([, { kind }]) => kind);
          expect(gone === true).toBe(said.length > 1 && said.slice(-2).every((kind) => kind === "absent") && said.slice(0, -2).includes("present"));
          expect(missingSince !== undefined).toBe(said.at(-1) === "absent");
        }
      }),
    );
  });
});

describe("a draft's age", () => {
  it.each([
    ["no date", [undefined], false],
    ["a date to come", [NOW + HOUR], false],
    ["exactly the limit", [NOW - 24 * HOUR], false],
    ["just over it", [NOW - 24 * HOUR - 1], true],
    ["one old file and one new", [NOW - 900 * HOUR, NOW - HOUR], false],
    ["one old file and one without a date", [NOW - 900 * HOUR, undefined], true],
  ])("with %s, %j: older %s", (_, dates, older) => {
    const files = dates.map((modifiedAt, position) => held(EXTENSIONS[position] ?? "", modifiedAt === undefined ? {} : { modifiedAt }));
    expect(isOlder(draftOf(files), NOW, 24)).toBe(older);
    expect(factsOf(draftOf(files), NOW, { recencyHours: 24, frontier: 0 }).older === true).toBe(older);
  });
});

describe("what is told of a draft", () => {
  it("leads to its HTML, else to what is there", () => {
    expect(bestFile(draftOf([held(".html"), held(".pdf")]))?.extension).toBe(".html");
    expect(bestFile(draftOf([held(".html", { gone: true }), held(".pdf")]))?.extension).toBe(".pdf");
    expect(bestFile(draftOf([held(".pdf", { gone: true })]))).toBeUndefined();
  });

  it.each([
    [{ modifiedAt: 1 }, { modifiedAt: 2 }, false],
    [{ modifiedAt: 1 }, { modifiedAt: 1, foundAt: 9, missingSince: 9 }, true],
    [{ modifiedAt: 1, size: 1 }, { modifiedAt: 1, size: 2 }, false],
    [{ modifiedAt: 1, etag: '"a"' }, { modifiedAt: 1, etag: '"b"' }, true],
    [{ etag: '"a"' }, { etag: '"b"' }, false],
    [{ size: 1 }, { size: 2 }, false],
    [{}, {}, true],
  ])("names its version by date, tag or size: %j and %j alike %s", (one, other, alike) => {
    expect(versionOf(draftOf([held(".pdf", one)])) === versionOf(draftOf([held(".pdf", other)]))).toBe(alike);
  });

  it("is a paper that can be matched before its page is read, and has title and authors after", () => {
    const bare = paperOfDraft(draftOf([held(".pdf")]));
    const page = { title: "On rings", authors: ["Emmy Noether"], audience: ["LEWG"], date: "2026-11-20" };
    const link = asked(".pdf").link;
    expect(bare).toEqual({ id: "D0042R1", type: "draft", prefix: "D", number: 42, revision: 1, title: "", authors: [], audience: [], link });
    expect(isPaper(bare)).toBe(true);
    expect(paperOfDraft(draftOf([held(".pdf")], { page }))).toEqual({ ...bare, ...page });
  });

  it.each([
    [42 - 160, true],
    [42 - 161, false],
    [42 + 30, true],
    [42 + 31, false],
  ])("is near a frontier at %i: %s", (frontier, near) => {
    expect(factsOf(draftOf([held(".pdf")]), NOW, { recencyHours: 24, frontier }).nearFrontier === true).toBe(near);
  });

  it("says what is to be known of it, and nothing of what is not", () => {
    const around = { recencyHours: 24, frontier: 9999 };
    expect(factsOf(draftOf([held(".pdf")]), NOW, around)).toEqual({ version: ".pdf=" });
    const old = draftOf([held(".pdf", { modifiedAt: 5 })], { baseline: true, unreadable: "encrypted" });
    expect(factsOf(old, NOW, around)).toEqual({ version: ".pdf=5", modifiedAt: 5, older: true, baseline: true, unreadable: "encrypted" });
  });

  it.each([
    [NOW - 24 * HOUR, 1],
    [NOW - 48 * HOUR + 1, 1],
    [NOW, 0],
    [NOW + HOUR, 0],
  ])("found at %i it was published %i whole days later", (foundAt, days) => {
    expect(publishedFrom(draftOf([held(".pdf")], { foundAt }), NOW)).toEqual({ id: "D0042R1", link: asked(".pdf").link, foundAt, days });
  });
});
