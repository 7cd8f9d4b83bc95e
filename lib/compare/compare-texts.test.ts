import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cpuMs } from "../../test/cpu-ms.ts";
import { sharedData } from "../../test/data.ts";
import type { Block, PaperText, Section } from "../document/document.ts";
import { readHtmlText } from "../document/html/read-html-text.ts";
import { readWithPdfjs } from "../document/pdf/reader/read-with-pdfjs.ts";
import { readText } from "../document/read-text.ts";
import { compareTexts, type KnownIds } from "./compare-texts.ts";
import type { Comparison } from "./comparison.ts";

const section = (title: string, ...texts: string[]): Section => ({ level: 2, title, path: [], blocks: texts.map((text): Block => ({ kind: "text", text })) });
const paper = (...sections: Section[]): PaperText => ({ form: "html", sections });
const RINGS = "A ring is a set with two operations, and both of them are as one would expect of numbers.";
const IDEALS = "An ideal is what is left where one ring is mapped to another and all of it comes to nothing.";
const PROOF = "The proof is short: assume that there is none, look at the least of them, and see that it is not.";

/** "status title: pieces" of each section in which something differs; {+added+}, [-removed-]. */
function shown({ sections }: Comparison): string[] {
  return sections
    .filter(({ status, isMoved }) => status !== "same" || isMoved)
    .map(({ status, isMoved, title, formerTitle, blocks }) => {
      const marked = blocks
        .filter(({ kind }) => kind !== "heading")
        .map(({ pieces }) => pieces.map(({ kind, text }) => (kind === "same" ? text : kind === "added" ? `{+${text}+}` : `[-${text}-]`)).join(""));
      const about = `${status}${isMoved ? " moved" : ""} ${title}${formerTitle === undefined ? "" : ` (${formerTitle})`}`;
      return status === "changed" ? `${about}: ${marked.join(" | ")}` : about;
    });
}

/** The new text as it is shown, without what is gone. */
function applied({ sections }: Comparison): string[] {
  return sections
    .flatMap(({ blocks }) => blocks.map(({ pieces }) => pieces.map(({ kind, text }) => (kind === "removed" ? "" : text)).join("")))
    .filter((text) => text !== "");
}

function textsOf({ sections }: PaperText): string[] {
  return sections.flatMap(({ title, blocks }) => [title.trim(), ...blocks.map(({ text }) => text)]).filter((text) => text.trim() !== "");
}

/** What holds of any two texts. */
function holds(before: PaperText, after: PaperText, ids: KnownIds = {}): void {
  const turnedIds = { ...(ids.after && { before: ids.after }), ...(ids.before && { after: ids.before }) };
  const [there, back] = [compareTexts(before, after, ids), compareTexts(after, before, turnedIds)];
  expect(applied(there)).toEqual(textsOf(after));
  expect(applied(back)).toEqual(textsOf(before));
  const turned = {
    ...back.summary,
    added: back.summary.removed,
    removed: back.summary.added,
    wordsAdded: back.summary.wordsRemoved,
    wordsRemoved: back.summary.wordsAdded,
  };
  expect(there.summary).toEqual(turned);
  expect(there.verdict).toBe(back.verdict);
  for (const text of [before, after]) expect(shown(compareTexts(text, text))).toEqual([]);
}

describe("what differs", () => {
  it.each<[string, PaperText, PaperText, string[]]>([
    ["nothing", paper(section("A", RINGS)), paper(section("A", RINGS)), []],
    ["a word", paper(section("A", "a ring is round")), paper(section("A", "a ring is not round")), ["changed A: a ring is {+not +}round"]],
    ["a word for another", paper(section("A", "a ring is round")), paper(section("A", "a ring was round")), ["changed A: a ring [-is -]{+was +}round"]],
    ["a paragraph", paper(section("A", RINGS)), paper(section("A", RINGS, IDEALS)), [`changed A: ${RINGS} | {+${IDEALS}+}`]],
    ["a paragraph that is two now", paper(section("A", `${RINGS} ${IDEALS}`)), paper(section("A", RINGS, IDEALS)), []],
    ["a new section", paper(section("A", RINGS)), paper(section("A", RINGS), section("B", IDEALS)), ["added B"]],
    ["one that is gone", paper(section("A", RINGS), section("B", IDEALS)), paper(section("A", RINGS)), ["removed B"]],
    [
      "one that moved",
      paper(section("A", RINGS), section("B", IDEALS), section("C", PROOF)),
      paper(section("C", PROOF), section("A", RINGS), section("B", IDEALS)),
      ["same moved C"],
    ],
    ["one with another name", paper(section("A", RINGS)), paper(section("B", RINGS)), [`changed B (A): ${RINGS}`]],
    ["one with another number", paper(section("1. A", RINGS), section("2 B", IDEALS)), paper(section("4.1 A", RINGS), section("IV. B", IDEALS)), []],
    [
      "one that was split",
      paper(section("A", RINGS, IDEALS)),
      paper(section("A", RINGS), section("B", IDEALS)),
      [`changed A: ${RINGS}`, `changed B: ${IDEALS}`],
    ],
    ["quotation marks, dashes and blanks", paper(section("A", `a “ring” – it's  round`)), paper(section("A", 'a "ring" - it’s\nround')), []],
    [
      "numbers of sections",
      paper(section("A", "see § 4.1, section 5 and 26.4.2 [alg.sort]")),
      paper(section("A", "see § 5.2, section 6 and 27.8 [alg.sort]")),
      [],
    ],
    [
      "numbers that mean something",
      paper(section("A", "at most 4 rings, as in 1.5 of them")),
      paper(section("A", "at most 5 rings, as in 1.6 of them")),
      ["changed A: at most [-4 -]{+5 +}rings, as in [-1.5 -]{+1.6 +}of them"],
    ],
    [
      "a word that is in both by chance",
      paper(section("A", `${RINGS} one two three four five of six seven eight nine ten`)),
      paper(section("A", `${RINGS} un deux trois quatre cinq of sept huit neuf dix onze`)),
      [`changed A: ${RINGS} [-one two three four five of six seven eight nine ten-]{+un deux trois quatre cinq of sept huit neuf dix onze+}`],
    ],
    [
      "the same, the other way round",
      paper(section("A", `${RINGS} un deux trois quatre cinq of sept huit neuf dix onze`)),
      paper(section("A", `${RINGS} one two three four five of six seven eight nine ten`)),
      [`changed A: ${RINGS} [-un deux trois quatre cinq of sept huit neuf dix onze-]{+one two three four five of six seven eight nine ten+}`],
    ],
    [
      "signs that turn what is written, and halves of signs",
      paper(section("A", `${RINGS} a \u202eb\u202c \ud800 c`)),
      paper(section("A", `${RINGS} a \u202eb\u202c \udc00 c`)),
      [`changed A: ${RINGS} a \u202eb\u202c [-\ud800 -]{+\udc00 +}c`],
    ],
    [
      "a line of both that holds the number and the date of one",
      paper(section("P9001R2 Rings", "Date: 2026-03-04"), section("History", "P9001R2 (March 4, 2026): added rings")),
      paper(section("P9001R3 Rings", "Date: 2026-04-05"), section("History", "P9001R2 (March 4, 2026): added rings")),
      [],
    ],
    ["its own number and date", paper(section("P9001R2 Rings", "Date: 2026-03-04")), paper(section("P9001R3 Rings", "Date: April 5, 2026")), []],
    [
      "markup that is text",
      paper(section("A", "<b>a</b>")),
      paper(section("A", "<img onerror=alert(1)>")),
      ["changed A: [-<b>a</b>-] | {+<img onerror=alert(1)>+}"],
    ],
  ])("%s", (_, before, after, differs) => {
    expect(shown(compareTexts(before, after))).toEqual(differs);
    holds(before, after);
  });

  it("is summed up", () => {
    const before = paper(section("A", RINGS), section("Wording", IDEALS), section("D", PROOF));
    const after = paper(
      section("A", `${RINGS} Both.`),
      section("Wording", `${IDEALS} Shall it?`),
      section("E", "Something that is entirely new, and of which nobody has ever heard."),
    );
    expect(compareTexts(before, after)).toMatchObject({
      verdict: "changed",
      summary: { changed: 2, added: 1, removed: 1, moved: 0, renamed: 0, wording: true },
    });
    expect(compareTexts(before, before).verdict).toBe("same");
    expect(compareTexts(paper(section("A", RINGS)), paper(section("B", "xyzzy plugh"))).verdict).toBe("unrelated");
  });
});

describe("what only one of two texts can have", () => {
  const of = (html: string) => {
    const reading = readHtmlText(new TextEncoder().encode(`<!doctype html><h1>Rings</h1>${html}`), "text/html");
    if (!reading.ok) throw new Error(reading.problem);
    return reading.text;
  };
  /** The text as it was read before empty cells and raised digits were seen. */
  const formerly = ({ form, sections }: PaperText): PaperText => ({
    form,
    sections: sections.map((one) => ({
      ...one,
      blocks: one.blocks.map(({ kind, text }) => ({ kind, text: text.replace(/^\t+|(?<=\t)\t+|\^/g, "").normalize("NFKC") })),
    })),
  });
  const TABLE = "<table><tr><td>SF<td>F<td>N<tr><td>5<td><td>2</table>";
  const MOVED = "<table><tr><td>SF<td>F<td>N<tr><td>5<td>2<td></table>";

  it.each([
    ["a value in another column", TABLE, MOVED],
    ["a digit that is raised no more", "<p>10<sup>6</sup> rings", "<p>106 rings"],
    ["letters that are raised no more", "<p>2<sup>n</sup> rings", "<p>2n rings"],
    ["a sign for one", "<p>10⁶ and x²", "<p>106 and x2"],
  ])("is compared where both were read alike: %s", (_, one, other) => {
    expect(compareTexts(of(one), of(other)).verdict).not.toBe("same");
    expect(compareTexts(of(one), of(one)).verdict).toBe("same");
    holds(of(one), of(other));
  });

  it.each([TABLE, MOVED, "<p>10<sup>6</sup> rings and x²", "<p>2<sup>n</sup> and 10<sup>-n</sup> rings", "<table><tr><td><td>a<sup>2</sup><td><td>b</table>"])(
    "is none of a change where one was read before it was seen: %s",
    (html) => {
      expect(compareTexts(formerly(of(html)), of(html)).verdict).toBe("same");
      expect(compareTexts(of(html), formerly(of(html))).verdict).toBe("same");
      expect(compareTexts({ ...formerly(of(html)), form: "pdf" }, of(html)).verdict).toBe("same");
    },
  );
});

describe("of any two texts the new one comes out of what is shown, whichever is the older", () => {
  const words = fc
    .array(fc.constantFrom("ring", "ideal", "proof", "the", "a", "of", "is", "1.2", "“x”", "'y'", "(z);"), { maxLength: 30 })
    .map((all) => all.join(" "));
  const sections = fc.array(
    fc.record({
      title: fc.constantFrom("", "A", "1 A", "B", "2.1 C", "Wording"),
      level: fc.integer({ min: 1, max: 3 }),
      texts: fc.array(words, { maxLength: 6 }),
    }),
    { maxLength: 8 },
  );
  const anyPaper = sections.map((all) =>
    paper(...all.filter(({ title, texts }) => title !== "" || texts.length > 0).map(({ title, level, texts }) => ({ ...section(title, ...texts), level }))),
  );
  /** [what is done, where, with what] */
  const edits = fc.array(fc.tuple(fc.constantFrom("drop", "add", "move", "rename", "split", "join", "word", "cut"), fc.nat(), fc.nat(), words), {
    minLength: 1,
    maxLength: 6,
  });

  it("made up", () => {
    fc.assert(
      fc.property(anyPaper, edits, (before, changes) => {
        holds(
          before,
          changes.reduce((text, [act, one, other, added]) => edited(text, act, one, other, added), before),
        );
      }),
      { numRuns: 500 },
    );
  });

  it("with the numbers and the dates of both", () => {
    const line = fc.array(fc.constantFrom("P9001R2", "D9001R3", "P9001R1", "2026-03-04", "April 5, 2026", "4 May 2026", "ring", "ideal"), { maxLength: 6 });
    const lines = fc.array(
      line.map((all) => all.join(" ")),
      { maxLength: 5 },
    );
    const revision = (title: string, date: string, texts: string[]) => paper(section(title, `Date: ${date}`), section("History", ...texts));
    fc.assert(
      fc.property(lines, lines, fc.boolean(), (one, other, isKnown) => {
        const [old, fresh] = [revision("P9001R2 Rings", "2026-03-04", one), revision("P9001R3 Rings", "2026-04-05", other)];
        const ids = isKnown ? { before: "P9001R2", after: "P9001R3" } : {};
        holds(old, fresh, ids);
        expect(shown(compareTexts(old, revision("P9001R3 Rings", "2026-04-05", one), ids))).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it("any two", () =>
    fc.assert(
      fc.property(anyPaper, anyPaper, (one, other) => holds(one, other)),
      { numRuns: 200 },
    ));

  function edited({ sections }: PaperText, act: string, one: number, other: number, added: string): PaperText {
    const all = structuredClone(sections);
    const at = one % Math.max(1, all.length);
    const chosen = all[at];
    const block = chosen?.blocks[other % Math.max(1, chosen.blocks.length)];
    if (act === "drop") all.splice(at, 1);
    else if (act === "add") all.splice(at, 0, section("New", added));
    else if (act === "move") all.splice(other % Math.max(1, all.length), 0, ...all.splice(at, 1));
    else if (chosen && act === "rename") chosen.title = `Other ${other % 3}`;
    else if (chosen && act === "split")
      all.splice(at + 1, 0, section("Half", ...chosen.blocks.splice(other % Math.max(1, chosen.blocks.length)).map(({ text }) => text)));
    else if (chosen && act === "join" && chosen.blocks.length > 1)
      chosen.blocks.splice(0, 2, {
        kind: "text",
        text: chosen.blocks
          .slice(0, 2)
          .map(({ text }) => text)
          .join(" "),
      });
    else if (block && act === "word") block.text = `${block.text} ${added}`;
    else if (block && act === "cut") block.text = block.text.slice(other % 10);
    return paper(...all.filter(({ title, blocks }) => title !== "" || blocks.length > 0));
  }
});

const pairs = sharedData("pairs");
describe.skipIf(!pairs)("of real revisions", () => {
  const folder = pairs ?? "";
  const names = pairs ? (JSON.parse(readFileSync(join(folder, "pairs.json"), "utf8")) as { before: string; after: string }[]) : [];
  const read = async (name: string): Promise<PaperText> => {
    const reading = await readText(readFileSync(join(folder, name)), "", readWithPdfjs);
    if (!reading.ok) throw new Error(reading.problem);
    return reading.text;
  };

  it.each(names)("$before and $after hold what holds of any two", async ({ before, after }) => holds(await read(before), await read(after)));

  it.each(names.filter(({ after }) => after.endsWith(".html")))(
    "$after with other numbers, another date and a table of contents is the same",
    async ({ after }) => {
      const html = readFileSync(join(folder, after), "utf8");
      const [id = "", date] = [/[PD]\d{4}[rR]\d+/.exec(html)?.[0], /\b20\d\d-\d\d-\d\d\b/.exec(html)?.[0]];
      const changed = html
        .replace(new RegExp(`([PD]${id.slice(1, 5)}R)${id.slice(6)}(?!\\d)`, "gi"), (_, series) => `${series}77`)
        .replaceAll(date ?? "no date", "2027-11-13")
        .replace(/(<span class="(?:secno|header-section-number)">)\d+/g, (_, tag) => `${tag}8`)
        .replace(/<\/h1>/i, (end) => `${end}<h2>Contents</h2><ul><li>1 Rings</ul><h2>Rest</h2>`);
      const reading = await readText(new TextEncoder().encode(changed), "", readWithPdfjs);
      const text = reading.ok ? { ...reading.text, sections: joinedToFormer(reading.text.sections) } : undefined;
      const [there] = text ? [compareTexts(await read(after), text)] : [];
      expect(there && shown(there)).toEqual([]);
    },
  );

  /** What stands behind the made-up table of contents is what stood behind the title. */
  function joinedToFormer(sections: Section[]): Section[] {
    const at = sections.findIndex(({ title }) => title === "Rest");
    const [title, rest] = [sections[at - 1], sections[at]];
    if (!title || !rest) return sections.filter(({ title }) => title !== "Rest");
    return sections.with(at - 1, { ...title, blocks: [...title.blocks, ...rest.blocks] }).filter((_, place) => place !== at);
  }
});

describe("whatever is compared, it ends soon", () => {
  const many = (count: number, of: (at: number) => string) => Array.from({ length: count }, (_, at) => of(at));
  const scattered = (at: number) => `${(at * 7_919) % 10_007} ${(at * 104_729) % 1_009}`;

  it.each<[string, () => PaperText, () => PaperText]>([
    [
      "two thousand headings",
      () => paper(...many(2_000, String).map((at) => section(`Part ${at}`, RINGS))),
      () => paper(...many(2_000, String).map((at) => section(`Piece ${at}`, `${at} ${IDEALS}`))),
    ],
    [
      "as many sections as are read, of few titles",
      () => paper(...many(5_000, String).map((_, at) => section(`Part ${at % 50}`, `${scattered(at)} ${RINGS}`))),
      () => paper(...many(5_000, String).map((_, at) => section(`Part ${at % 50}`, `${scattered(at + (at % 3))} ${IDEALS}`))),
    ],
    [
      "the same title fifty times",
      () => paper(...many(50, (at) => `${scattered(at)} ${RINGS}`).map((text) => section("Example", text))),
      () => paper(...many(50, (at) => `${scattered(at + 1)} ${RINGS}`).map((text) => section("Example", text))),
    ],
    [
      "a table of 50,000 rows",
      () => paper(section("A", ...many(50_000, scattered))),
      () => paper(section("A", ...many(50_000, (at) => scattered(at + (at % 10 === 0 ? 1 : 0))))),
    ],
    [
      "5 MB of code",
      () => paper(section("A", ...many(50, (at) => `int a${at};\n`.repeat(10_000)))),
      () => paper(section("A", ...many(50, (at) => `int b${at};\n`.repeat(9_000)))),
    ],
    [
      "a long paragraph, rewritten",
      () => paper(section("A", many(20_000, scattered).join(" "))),
      () => paper(section("A", many(20_000, (at) => scattered(at * 3)).join(" "))),
    ],
    [
      "paragraphs in another order",
      () => paper(section("A", ...many(1_500, (at) => `${scattered(at)} ${RINGS}`))),
      () => paper(section("A", ...many(1_500, (at) => `${scattered(1_500 - at)} ${RINGS}`))),
    ],
    [
      "the longest texts that are read, a word in five another",
      () => paper(section("A", ...many(8_000, (at) => `${many(45, (word) => scattered(at * 45 + word)).join(" ")}`))),
      () => paper(section("A", ...many(8_000, (at) => `${many(45, (word) => scattered(at * 45 + word + (word % 5 === 0 ? 1 : 0))).join(" ")}`))),
    ],
    [
      "nothing in common",
      () => paper(section("A", ...many(3_000, (at) => `a${at} b${at} c${at}`))),
      () => paper(section("B", ...many(3_000, (at) => `d${at} e${at} f${at}`))),
    ],
  ])("%s", (_, before, after) => {
    const [one, other] = [before(), after()];
    let comparison: Comparison | undefined;
    expect(
      cpuMs(() => {
        comparison = compareTexts(one, other);
      }),
    ).toBeLessThan(8_000);
    expect(comparison && applied(comparison)).toEqual(textsOf(other));
  });
});
