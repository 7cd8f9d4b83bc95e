import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anyText } from "../../test/any-text.ts";
import { cpuMs } from "../../test/cpu-ms.ts";
import { indexesAtHand } from "../../test/data.ts";
import { readIndex } from "../papers/index/read-index.ts";
import type { Paper } from "../papers/paper.ts";
import { foldText } from "../watch/names/fold-text.ts";
import { samplePaper } from "../watch/sample-paper.ts";
import { marksIn } from "./marks-in.ts";
import { createSearch, type SearchHit } from "./search.ts";

const PAPERS = [
  samplePaper("P2300R10", { title: "`std::execution`", date: "2024-06-28" }),
  samplePaper("P2300R9", { title: "`std::execution`", authors: ["Eric Niebler", "Michał Dominiak"], date: "2024-04-02" }),
  samplePaper("D2300R10", { title: "std::execution, executors and all", authors: ["Eric Niebler"] }),
  samplePaper("N2300", { title: "Concurrency memory model (revised)", authors: ["Clark Nelson"], date: "2007-06-22" }),
  samplePaper("N4950", { title: "Working Draft, Standard for Programming Language C++", authors: ["Thomas Köppe"], date: "2023-05-10" }),
  samplePaper("P1000R6", { title: "C++ IS schedule", authors: ["Herb Sutter"], date: "2024-05-17" }),
  samplePaper("P3187R1", { title: "remove ensure_started and start_detached from P2300", authors: ["Kirk Shoop", "Lewis Baker"], date: "2024-10-15" }),
  samplePaper("P0447R28", { title: "Introduction of std::hive to the standard library", authors: ["Matt Bentley"], date: "2024-08-14" }),
  samplePaper("P2321R2", { title: "zip", authors: ["Tim Song"], date: "2021-06-11" }),
  samplePaper("P9000R0", { title: "zippers and other zip things", authors: ["Hans Koeppe"], date: "2025-01-01" }),
  samplePaper("P1614R2", { title: "The Mothership Has Landed: Adding <=> to the Library", authors: ["Barry Revzin"], date: "2019-07-28" }),
  samplePaper("P3855R0", { title: "Multi-dimensional arrays", authors: ["Özgür Çelik", "JeanHeyd Meneide"], date: "2025-02-01" }),
  samplePaper("P04116R0", { title: "An April paper", date: "2016-04-01" }),
  samplePaper("LWG2300", { title: "An issue, which is no paper" }),
];
const search = createSearch(PAPERS);

describe("search", () => {
  it.each<[query: string, first: string[]]>([
    ["2300", ["P2300", "N2300", "P3187"]],
    ["p2300", ["P2300", "P3187"]],
    ["P2300R10", ["P2300"]],
    ["p2300r99", ["P2300"]],
    ["d2300", ["P2300"]],
    ["n2300", ["N2300"]],
    ["n4950", ["N4950"]],
    ["447", ["P0447"]],
    ["0447", ["P0447"]],
    ["p044", ["P0447"]],
    ["1 2300", ["P2300", "N2300"]],
    ["https://wg21.link/p2300r10", ["P2300"]],
    ["[P2300R10]", ["P2300"]],
    ["executors niebler", ["P2300"]],
    ["niebler exec", ["P2300"]],
    ["dominiak execution", ["P2300"]],
    ["2300 niebler", ["P2300"]],
    ["hive 2321", ["P2321"]],
    ["hive 2023", []],
    ["koeppe", ["P9000", "N4950"]],
    ["Köppe", ["P9000", "N4950"]],
    ["KOPPE", ["P9000", "N4950"]],
    ["Ko\u0308ppe", ["P9000", "N4950"]],
    ["oezguer celik", ["P3855"]],
    ["ozgur", ["P3855"]],
    ["multidimensional", ["P3855"]],
    ["multi-dimensional", ["P3855"]],
    ["<=>", ["P1614"]],
    ["zip", ["P2321", "P9000"]],
    ["zipp", ["P9000"]],
    ["hvie introduction", ["P0447"]],
    ["bentlye", ["P0447"]],
    ["04116", ["P04116"]],
    ["issue", []],
    ["qqqqqqqq", []],
    ["eexxaacctt", []],
    ["", []],
  ])("%j finds %j first", (query, first) =>
    expect(search.find(query, Math.max(first.length, 1)).map(({ series }) => series.replace("P04116R0", "P04116"))).toEqual(first),
  );

  it("searches series: the newest revision is shown, with what an older one says where it is silent", () => {
    expect(search.size).toBe(11);
    const [hit] = search.find("executors", 1);
    expect(hit).toMatchObject({ series: "P2300", revisions: 2, paper: { id: "P2300R10", title: "`std::execution`", authors: ["Eric Niebler"] } });
  });

  it.each<[query: string, marked: string[]]>([
    ["p2300", ["id P2300"]],
    ["2300r10", ["id 2300R10"]],
    ["p2300r9", ["id P2300"]],
    ["447", ["id 447"]],
    ["0447", ["id 0447"]],
    ["p04", ["id P04"]],
    ["p44", ["id P044"]],
    ["n49", ["id N49"]],
    ["niebler exec", ["title exec", "author Niebler"]],
    ["koeppe standard", ["title Standard", "author Köppe"]],
    ["multidimensional", ["title Multi-dimensional"]],
    ["multi-dimensional", ["title Multi", "title dimensional"]],
    ["oezguer", ["author Özgür"]],
    ["ozg", ["author Özg"]],
    ["hvie", ["title hive"]],
    ["<=>", ["title <=>"]],
    ["zip", ["title zip"]],
  ])("%j marks %j", (query, marked) => {
    const [hit] = search.find(query, 1);
    expect(hit && markedTexts(hit)).toEqual(marked);
  });

  it("gives no more than asked for", () => {
    expect(search.find("a", 3)).toHaveLength(3);
    expect(search.find("a", 0)).toEqual([]);
    expect(createSearch([]).find("a", 3)).toEqual([]);
  });

  it("marks whole characters only", () => {
    const title = "Ka\u0301mi\u0301n 👩‍💻 ﬁle \ud83d lone";
    const odd = createSearch([samplePaper("P1R0", { title })]);
    const marks = (query: string) => odd.find(query, 1).flatMap(markedTexts);
    expect(marks("kam")).toEqual(["title Ka\u0301m"]);
    expect(marks("kami")).toEqual(["title Ka\u0301mi\u0301"]);
    expect(marks("👩")).toEqual(["title 👩‍💻"]);
    expect(marks("fi")).toEqual(["title ﬁ"]);
    expect(marks("lone")).toEqual(["title lone"]);
  });

  it.each<[title: string, query: string, marked: string[]]>([
    ["zipper unzip zip", "zip", ["title zip", "title zip"]],
    ["unzip", "zip", ["title zip"]],
    ["abcd", "ab cd", ["title abcd"]],
    ["abcd", "abcd bc", ["title abcd"]],
    ["ab cd", "cd ab", ["title ab", "title cd"]],
  ])("in %j, %j marks %j: words by their beginnings where it can, each letter once, in their order", (title, query, marked) => {
    expect(
      createSearch([samplePaper("P1R0", { title })])
        .find(query, 1)
        .flatMap(markedTexts),
    ).toEqual(marked);
  });

  it("finds and marks at the end of a title of thousands of characters", () => {
    const title = `${"é😀 ".repeat(1_600)}executors`;
    const [hit] = createSearch([samplePaper("P1R0", { title })]).find("executors", 1);
    expect(hit && markedTexts(hit)).toEqual(["title executors"]);
  });
});

describe("the order of hits", () => {
  /** Of these titles, where what fits alike would come in the opposite order: the last is the newest. */
  const found = (query: string, titles: string[]) =>
    createSearch(titles.map((title, place) => samplePaper(`P${1000 + place}R0`, { title })))
      .find(query, 10)
      .map(({ paper }) => paper.title);

  it.each<[what: string, query: string, titles: string[]]>([
    ["a word and what is within one before two beginnings", "ab cd", ["cd xabx", "abx cdx"]],
    ["three beginnings before a word and what is within two", "ab cd ef", ["abx cdx efx", "ab xcdx xefx"]],
    ["what was typed before a slip of it", "zipper", ["zipper", "zippre"]],
    ["the word that was meant before one that begins with it", "exectuors", ["executors", "executorsxx"]],
    ["beside a slip, a word before a beginning", "exectuors range", ["executorsxx range", "executors ranges"]],
    ["beside a slip, two beginnings before a word and what is within one", "exectuors range view", ["executors ranges views", "executorsxx xrangex view"]],
    ["all of it in a row before its words apart", "ab cd", ["x ab cd", "cd x ab"]],
    ["a title that is just that before a longer one", "ab cd", ["ab cd", "ab cd x"]],
    ["what is newer, where both fit alike", "ab", ["ab y", "ab x"].toReversed()],
  ])("is %s", (what, query, titles) => {
    expect(found(query, titles)).toEqual(what.startsWith("what is newer") ? titles.toReversed() : titles);
  });

  it.each<[query: string, first: string]>([
    ["ab 2300", "P2300"],
    ["abc 2300", "P1000"],
    ["a abc 2300", "P1000"],
    ["abc p2300", "P2300"],
  ])("of %j has %s first: beside a number two letters may be a slip, three are a word", (query, first) => {
    const search = createSearch([samplePaper("P2300R0", { title: "rings" }), samplePaper("P1000R0", { title: "a ab abc 2300 p2300" })]);
    expect(search.find(query, 1)[0]?.series).toBe(first);
  });

  it.each([
    [4, 5],
    [5, 5],
  ])("with %i that fit has %i: a slip is looked for below five", (count, all) => {
    expect(found("executors", ["exectuors", ...Array.from({ length: count }, (_, place) => `executors ${place}`)])).toHaveLength(all);
  });
});

const title = fc.oneof(
  anyText({ maxLength: 40 }),
  fc.string({ unit: "grapheme", maxLength: 40 }),
  fc.constantFrom("zip", "Köppe's ranges", "multi-dimensional ﬁles"),
);
const paper = fc
  .record({
    id: fc.constantFrom("P1R0", "P1R1", "D1R2", "N1", "N4950", "P04116R0", "P2300R10"),
    title,
    authors: fc.array(title, { maxLength: 3 }),
    date: fc.constantFrom("2020-01-01", "1999", ""),
  })
  .map(({ id, title, authors, date }): Paper => samplePaper(id, { title, authors, ...(date && { date }) }));

describe("search of anything for anything", () => {
  it("gives marks that lie within their texts, in order and apart, and never cut a character", () => {
    const graphemes = new Intl.Segmenter("en", { granularity: "grapheme" });
    fc.assert(
      fc.property(fc.array(paper, { maxLength: 6 }), fc.oneof(anyText({ maxLength: 12 }), title), (papers, query) => {
        for (const hit of createSearch(papers).find(query, 10)) {
          const ends = new Map<string, number>();
          for (const mark of hit.marks) {
            const text = textOf(hit, mark);
            const key = `${mark.field} ${mark.author}`;
            expect(mark.from).toBeGreaterThanOrEqual(ends.get(key) ?? 0);
            expect(mark.to).toBeGreaterThan(mark.from);
            expect(mark.to).toBeLessThanOrEqual(text.length);
            const borders = new Set([...graphemes.segment(text)].map(({ index }) => index).concat(text.length));
            if (mark.field !== "id") expect([borders.has(mark.from), borders.has(mark.to)]).toEqual([true, true]);
            ends.set(key, mark.to);
          }
        }
      }),
    );
  });

  it("finds a paper by any word of its title and of its authors, and marks it", () => {
    const word = fc.stringMatching(/^[a-zäöüéñ]{3,10}$/u);
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 5 }), word, fc.nat(), (words, author, choice) => {
        const chosen = words[choice % words.length] ?? "";
        const hits = createSearch([samplePaper("P1R0", { title: words.join(" "), authors: [author] })]).find(`${author} ${chosen}`, 1);
        expect(hits).toHaveLength(1);
        const marked = hits.flatMap(markedTexts).map((text) => foldText(text));
        expect(marked.some((text) => text.startsWith("title ") && text.includes(foldText(chosen)))).toBe(true);
        expect(marked).toContain(`author ${foldText(author)}`);
      }),
    );
  });

  it("stays quick where titles and queries are made to make it slow", () => {
    const titles = ["a".repeat(5_000), "ab".repeat(2_500), `${"e\u0301".repeat(2_500)}`, "a\u0300\u0301".repeat(1_500), "-a".repeat(2_500)];
    const papers = Array.from({ length: 500 }, (_, i) =>
      samplePaper(`P${1000 + i}R0`, { title: titles[i % titles.length] ?? "", authors: ["a".repeat(2_000)] }),
    );
    const hostile = createSearch(papers);
    const queries = ["a", "aa", "a".repeat(64), "a".repeat(100_000), `${"a".repeat(23)}b`, "a b c d e f g h", "(a+)+$", "e\u0301".repeat(200), "\\", "[", "*"];
    // Some tenths of a second; what runs away takes minutes.
    expect(
      cpuMs(() => {
        for (const query of queries) hostile.find(query, 20);
      }),
    ).toBeLessThan(10_000);
  });

  it("gives every hit in the order of the best, to be marked by what was looked for", () => {
    const search = createSearch(PAPERS);
    for (const query of ["execution", "koppe", "excution niebler", "2300", "e", ""]) {
      const { series, sought } = search.findEvery(query);
      const best = search.find(query, PAPERS.length);
      expect(series).toEqual(best.map((hit) => hit.series));
      for (const { paper, marks } of best) expect(marksIn(paper, sought)).toEqual(marks);
    }
  });

  it.each(indexesAtHand(["index.json", "index-2026-05-18.json"]))("finds every paper of %s by its id", (_, path) => {
    const papers = [...readIndex(Object.entries(JSON.parse(readFileSync(path, "utf8")))).entries.values()].filter(
      ({ prefix }) => prefix === "P" || prefix === "N",
    );
    const real = createSearch(papers);
    const some = papers.filter((_, i) => i % Math.ceil(papers.length / 200) === 0);
    expect(some.length).toBeGreaterThan(10);
    for (const { id, number } of some) expect(real.find(id, 1)[0]?.paper.number, id).toBe(number);
  });
});

function textOf({ paper }: SearchHit, { field, author }: SearchHit["marks"][number]): string {
  return field === "id" ? paper.id : field === "title" ? paper.title : (paper.authors[author ?? -1] ?? "");
}

function markedTexts(hit: SearchHit): string[] {
  return hit.marks.map((mark) => `${mark.field} ${textOf(hit, mark).slice(mark.from, mark.to)}`);
}

describe("a query in the words of watches", () => {
  const search = createSearch([
    samplePaper("P2300R0", { title: "Executors", authors: ["Ada Lovelace"], audience: ["SG1"], date: "2024-01-01" }),
    samplePaper("P2300R1", { title: "std::execution", authors: ["Ada Lovelace", "Grace Hopper"], audience: ["LEWG"], date: "2025-01-01" }),
    samplePaper("P2999R0", { title: "An executor for LEWG", authors: ["Grace Hopper"], audience: ["LEWG"], date: "2024-06-01" }),
    samplePaper("P3000R0", { title: "Ranges", authors: ["Emmy Noether"], audience: ["SG9"], date: "2024-07-01" }),
    samplePaper("N3804", { title: "Old", date: "2013-01-01" }),
  ]);
  it.each<[query: string, series: string[]]>([
    ["author:lovelace", ["P2300"]],
    ["title:executor", ["P2300", "P2999"]],
    ["title:=executor", ["P2999"]],
    ["execut*", ["P2300", "P2999"]],
    ["audience:SG9", ["P3000"]],
    ["LEWG", ["P2999", "P2300"]],
    ["author:Hopper -title:executor", ["P2300"]],
    ["author:Lovelace OR author:Noether", ["P2300", "P3000"]],
    ["P2300, P3000", ["P2300", "P3000"]],
    ["author:love", ["P2300"]],
    ["author:lovelcae", ["P2300"]],
    ["kind:paper title:ranges", ["P3000"]],
    ["[P2300R1]", ["P2300"]],
    ["see https://wg21.link/p2300r1/github", ["P2300"]],
    ["https://www.open-std.org/jtc1/sc22/wg14/www/docs/n3804.txt", []],
    ["author:", []],
  ])("%j finds %j", (query, series) => {
    expect(search.find(query, 10).map((hit) => hit.series)).toEqual(series);
    expect(search.findEvery(query).series).toEqual(series);
  });

  it("marks what was asked for", () => {
    expect(search.find("author:Hopper -title:executor", 1)[0]?.marks).toEqual([{ field: "author", author: 1, from: 6, to: 12 }]);
  });
});
