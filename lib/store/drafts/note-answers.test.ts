import { describe, expect, it } from "vitest";
import { freshDatabase } from "../../../test/store/fresh-database.ts";
import type { Draft } from "../../papers/draft.ts";
import { completeSettings } from "../../terms/settings.ts";
import type { JobRequest } from "../../work/rows.ts";
import type { Database } from "../database/database.ts";
import { type AnsweredFile, noteAnswers } from "./note-answers.ts";
import { readAsked } from "./read-knowledge.ts";

const NOW = Date.UTC(2026, 10, 22);
const HOUR = 3_600_000;

const there = (name: string, rest: object = {}): AnsweredFile => ({ name, at: NOW, answer: { kind: "present", ...rest } });
const away = (name: string): AnsweredFile => ({ name, at: NOW, answer: { kind: "absent" } });

/** Notes these as the job does; gives how many drafts are new and what is to be done. */
async function note(db: Database, answers: AnsweredFile[], rest: { isBaseline?: boolean; frontier?: number; recencyHours?: number } = {}) {
  const { isBaseline = false, frontier = 9000, recencyHours = 24 } = rest;
  const jobs: JobRequest[] = [];
  const settings = completeSettings([{ name: "recencyHours", value: recencyHours }]);
  const tools = { db, now: NOW, enqueue: async (request: JobRequest) => jobs.push(request) };
  const found = await db.transaction("rw", [db.drafts, db.draftTexts, db.asked, db.log], async () =>
    noteAnswers(answers, { frontier, settings, isBaseline }, tools),
  );
  return { found, jobs };
}

const events = async (db: Database) => (await db.log.toArray()).map(({ kind, ...row }) => [kind, "paper" in row && row.paper.id]);
const reads = (id: string): JobRequest => ({ kind: "read-draft", args: { id }, key: `read-draft ${id}`, lock: `read-draft ${id}` });

describe("the answers of isocpp.org", () => {
  it("make a draft of a file that is there, with its event and the reading of its first page", async () => {
    const db = await freshDatabase();
    const { found, jobs } = await note(db, [there("D2300R11.pdf", { modifiedAt: NOW - HOUR, size: 500 }), away("D2300R11.html")], { frontier: 2300 });
    expect(found).toBe(1);
    expect(jobs).toEqual([reads("D2300R11")]);
    const link = "https://isocpp.org/files/papers/D2300R11.pdf";
    const facts = { version: `.pdf=${NOW - HOUR}/500`, modifiedAt: NOW - HOUR, nearFrontier: true };
    expect(await db.log.toArray()).toMatchObject([{ kind: "draft-found", paper: { id: "D2300R11", type: "draft", link }, draft: facts, at: NOW }]);
    expect(await db.drafts.toArray()).toMatchObject([{ id: "D2300R11", foundAt: NOW, files: [{ extension: ".pdf", link, size: 500 }] }]);
  });

  it.each([
    ["and somebody waits for, is a find", { wanted: { at: 1 } }, [["draft-found", undefined]]],
    ["and somebody looked back for, is a find that is told quietly", { wanted: { at: 1, quietly: true } }, [["draft-found", true]]],
    ["is no news to anybody else", {}, []],
  ] satisfies [string, Partial<Draft>, unknown[]][])("that only a feed had claimed %s, and no claim any more", async (_, change, told) => {
    const db = await freshDatabase();
    await note(db, [there("D1000R0.pdf")]);
    await db.log.clear();
    await db.drafts.update("D1000R0", { claimedBy: "https://scout.example/", ...change });
    await note(db, [there("D1000R0.pdf")]);
    expect((await db.log.toArray()).map((row) => [row.kind, "quiet" in row ? row.quiet : undefined])).toEqual(told);
    expect(await db.drafts.get("D1000R0")).not.toHaveProperty("claimedBy");
    expect(await db.drafts.get("D1000R0")).not.toHaveProperty("wanted");
  });

  it("are remembered as asked, whatever they were", async () => {
    const db = await freshDatabase();
    await note(db, [there("D1000R0.pdf"), away("D1000R0.html"), { name: "D1000R1.pdf", at: NOW - 2000 }]);
    expect(await readAsked(db)).toEqual(
      new Map([
        ["D1000R0.pdf", NOW],
        ["D1000R0.html", NOW],
        ["D1000R1.pdf", NOW - 2000],
      ]),
    );
    expect(await db.drafts.count()).toBe(1);
  });

  it("make one draft of two files, and one event", async () => {
    const db = await freshDatabase();
    const { found, jobs } = await note(db, [there("D1000R0.pdf"), there("D1000R0.html")]);
    expect({ found, jobs }).toEqual({ found: 1, jobs: [reads("D1000R0")] });
    expect(await events(db)).toEqual([["draft-found", "D1000R0"]]);
    expect((await db.drafts.get("D1000R0"))?.files).toHaveLength(2);
  });

  it("have a second file read where the first could not be", async () => {
    const db = await freshDatabase();
    await note(db, [there("D1000R0.html")]);
    await db.drafts.update("D1000R0", { page: { title: "x", authors: [], audience: [] } });
    expect((await note(db, [there("D1000R0.pdf")])).jobs).toEqual([]);
    await note(db, [there("D1001R0.html")]);
    await db.drafts.update("D1001R0", { unreadable: "no-text" });
    expect((await note(db, [there("D1001R0.pdf")])).jobs).toEqual([reads("D1001R0")]);
    expect((await note(db, [there("D1001R0.pdf")])).jobs).toEqual([]);
    expect(await db.log.count()).toBe(2);
  });

  it("make drafts of their own of D and P, and of every revision", async () => {
    const db = await freshDatabase();
    const { found } = await note(db, [there("D0042R1.pdf"), there("P0042R1.pdf"), there("D0042R2.pdf")]);
    expect(found).toBe(3);
    expect(await db.drafts.toCollection().primaryKeys()).toEqual(["D0042R1", "D0042R2", "P0042R1"]);
  });

  it("mark what was there from the beginning, and nothing later", async () => {
    const db = await freshDatabase();
    await note(db, [there("D1000R0.pdf", { size: 1 })], { isBaseline: true });
    await note(db, [there("D1001R0.pdf"), there("D1000R0.pdf", { size: 2 })]);
    await note(db, [there("D1001R0.html")], { isBaseline: true });
    expect((await db.drafts.toArray()).map(({ id, baseline }) => [id, baseline])).toEqual([
      ["D1000R0", true],
      ["D1001R0", undefined],
    ]);
    expect((await db.log.toArray()).map((row) => [row.kind, "draft" in row && row.draft.baseline])).toEqual([
      ["draft-found", true],
      ["draft-found", undefined],
      ["draft-changed", true],
    ]);
  });

  it.each([
    [24, 25, true],
    [48, 25, undefined],
  ])("mark what is older than the person calls new: %i hours, a file of %i", async (recencyHours, age, older) => {
    const db = await freshDatabase();
    await note(db, [there("D1000R0.pdf", { modifiedAt: NOW - age * HOUR })], { recencyHours });
    const [event] = await db.log.toArray();
    expect(event && "draft" in event && event.draft.older).toBe(older);
  });

  it("tell of a change once, and have the new page read", async () => {
    const db = await freshDatabase();
    await note(db, [there("D1000R0.pdf", { modifiedAt: 1000 })]);
    expect((await note(db, [there("D1000R0.pdf", { modifiedAt: 1000 })])).jobs).toEqual([]);
    const { found, jobs } = await note(db, [there("D1000R0.pdf", { modifiedAt: HOUR })]);
    expect({ found, jobs }).toEqual({ found: 0, jobs: [reads("D1000R0")] });
    await note(db, [{ name: "D1000R0.pdf", at: NOW, answer: { kind: "unchanged" } }]);
    expect(await events(db)).toEqual([
      ["draft-found", "D1000R0"],
      ["draft-changed", "D1000R0"],
    ]);
  });

  it("tell that a draft is gone when it is missing twice, and forget its words", async () => {
    const db = await freshDatabase();
    await note(db, [there("D1000R0.pdf")]);
    await db.draftTexts.put({ id: "D1000R0", text: "words" });
    await note(db, [away("D1000R0.pdf")]);
    expect(await db.draftTexts.count()).toBe(1);
    const { jobs } = await note(db, [away("D1000R0.pdf")]);
    expect(jobs).toEqual([]);
    expect(await db.draftTexts.count()).toBe(0);
    expect((await events(db)).map(([kind]) => kind)).toEqual(["draft-found", "draft-gone"]);
    expect(await db.drafts.get("D1000R0")).toMatchObject({ gone: true });
  });

  it("are nothing where the name is none, or a host says unchanged of what nobody has", async () => {
    const db = await freshDatabase();
    const answers = [there("index.html"), there("D1R0.exe\u0000"), { name: "D1000R0.pdf", at: NOW, answer: { kind: "unchanged" as const } }];
    expect(await note(db, answers)).toEqual({ found: 0, jobs: [] });
    expect(await db.drafts.count()).toBe(0);
    expect(await db.log.count()).toBe(0);
  });
});
