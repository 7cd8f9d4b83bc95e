import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { freshDatabase } from "../../../test/store/fresh-database.ts";
import { indexOf } from "../../../test/store/index-of.ts";
import { watchList } from "../../../test/store/watch-list.ts";
import { nameOfFile } from "../../probe/draft-file.ts";
import { replaceIndex } from "../index/replace-index.ts";
import { noteAsked, readAsked, readKnowledge } from "./read-knowledge.ts";

const CYCLE = { cycle: 7, phase: 0.25, since: 1000 };
const START = 100_000;
const isOfCycle = (at: number) => at >= START && at <= START + 5;

describe("what a policy goes by", () => {
  it("is all that is known, and the profile's own numbers", async () => {
    const db = await freshDatabase();
    await replaceIndex(db, indexOf({ P2300R10: {} }), {}, 1);
    await noteAsked(db, new Map([["D2300R11.pdf", 5000]]));
    expect(await readKnowledge(db, CYCLE, isOfCycle)).toEqual({
      papers: [{ number: 2300, revision: 10, date: "2026-01-15" }],
      ids: new Set(["P2300R10"]),
      files: [],
      watched: new Set(),
      asked: new Map([["D2300R11.pdf", 5000]]),
      ...CYCLE,
    });
  });

  it("leaves out what was found in the cycle itself, file by file, so that its plan stays what it was", async () => {
    const db = await freshDatabase();
    const file = (extension: string, foundAt: number) => ({ extension, link: `https://isocpp.org/files/papers/D0042R1${extension}`, foundAt });
    const draft = { prefix: "D", number: 42, revision: 1, foundAt: START - 1 } as const;
    await db.drafts.bulkPut([
      { id: "D0042R1", ...draft, files: [{ ...file(".html", START - 1), modifiedAt: 9, gone: true }, file(".pdf", START)], baseline: true },
      { id: "P0042R1", ...draft, prefix: "P", files: [file(".pdf", START + 5)] },
    ]);
    const { files } = await readKnowledge(db, CYCLE, isOfCycle);
    expect(files).toEqual([{ prefix: "D", number: 42, revision: 1, extension: ".html", foundAt: START - 1, modifiedAt: 9, baseline: true, gone: true }]);
    expect((await readKnowledge(db, CYCLE)).files).toHaveLength(3);
  });

  it("has the numbers of all lists but those that are off", async () => {
    const db = await freshDatabase();
    await watchList(db, "notify", "P2300", "P2300R10", "N4950", "author:P3000", "title:3001", "P3002 -kind:draft", "title:rings -P3003");
    await watchList(db, "badge", "D0042R1", "P2300");
    await watchList(db, "off", "P9999");
    expect((await readKnowledge(db, CYCLE, isOfCycle)).watched).toEqual(new Set([2300, 3002, 42]));
  });
});

describe("when a file was last asked for", () => {
  it("is remembered to the second, by hundreds of numbers", async () => {
    const db = await freshDatabase();
    await noteAsked(
      db,
      new Map([
        ["D2300R11.pdf", 1_700_000_000_999],
        ["D2399R0.html", 1_700_000_001_000],
        ["P12345R0.html", 1_700_000_002_000],
      ]),
    );
    expect(await db.asked.toArray()).toEqual([
      { key: 23, at: { "D2300R11.pdf": 1_700_000_000, "D2399R0.html": 1_700_000_001 } },
      { key: 123, at: { "P12345R0.html": 1_700_000_002 } },
    ]);
  });

  it("is what was noted last, whatever else was noted", async () => {
    const file = fc.record({
      prefix: fc.constantFrom("D" as const, "P" as const),
      number: fc.nat(350),
      revision: fc.nat(2),
      extension: fc.constantFrom(".pdf", ".html"),
    });
    const batch = fc.array(
      fc.tuple(
        file.map(nameOfFile),
        fc.nat(1_000_000).map((seconds) => seconds * 1000),
      ),
      { maxLength: 20 },
    );
    await fc.assert(
      fc.asyncProperty(fc.array(batch, { maxLength: 4 }), async (batches) => {
        const db = await freshDatabase();
        for (const entries of batches) await noteAsked(db, new Map(entries));
        expect(await readAsked(db)).toEqual(new Map(batches.flat()));
      }),
      { numRuns: 30 },
    );
  });
});
