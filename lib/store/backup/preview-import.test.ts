import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { freshDatabase } from "../../../test/store/fresh-database.ts";
import { watchList } from "../../../test/store/watch-list.ts";
import { formatWatch } from "../../watch/syntax/format-watch.ts";
import type { Database } from "../database/database.ts";
import { readWatchlists } from "../lists/read-watchlists.ts";
import { writeSetting } from "../lists/settings-store.ts";
import { exportBackup } from "./backup.ts";
import { importBackup } from "./import-backup.ts";
import { parseBackup, type ReadBackup } from "./parse-backup.ts";
import { type ImportPreview, previewImport } from "./preview-import.ts";

const match = (id: string, starredAt = 0) => ({
  id,
  paper: { id, type: "paper", prefix: "P", number: 1, revision: 0, title: "Rings", authors: [], audience: [] },
  kind: "paper-added",
  reasons: [],
  foundAt: 1,
  notifiedAt: 1,
  notification: "",
  readAt: 1,
  starredAt,
});

function backup(parts: object): string {
  return JSON.stringify({ format: "paperscout-backup", version: 1, ...parts });
}

function read(json: string): ReadBackup {
  const parsed = parseBackup(json);
  if (typeof parsed === "string") throw new Error(parsed);
  return parsed;
}

/** Shortly: "+Mine: P2300". */
function words({ watchlists, settings, matches, stars, mutes }: ImportPreview) {
  return {
    lists: watchlists.map(({ isNew, name, watches }) => `${isNew ? "+" : ""}${name}: ${watches.map(formatWatch).join(", ")}`),
    settings: settings.map(({ name, from, to }) => `${name}: ${from} -> ${to}`),
    matches: matches.map(({ id }) => id),
    stars: stars.map(({ id }) => id),
    mutes: mutes.map(({ series }) => series),
  };
}

async function lived(): Promise<Database> {
  const db = await freshDatabase();
  await watchList(db, "notify", "P2300", "author:Noether");
  await writeSetting(db, "pollMinutes", 60);
  await importBackup(db, backup({ matches: [match("P1000R0"), match("P1001R0", 5)], mutes: [{ series: "P0001", at: 5 }] }), 9);
  return db;
}

const FILE = backup({
  watchlists: [
    { name: "notify list", mode: "off", watches: ["p2300", "P2301", "P2301"] },
    { name: "New", mode: "badge", watches: ["title:rings"] },
    { name: "New", mode: "off", watches: ["title:rings", "LEWG"] },
    { name: "notify list", mode: "off", watches: ["author:Noether"] },
    { name: "Empty", mode: "off", watches: [] },
  ],
  settings: { pollMinutes: 60, drafts: false, openStd: true, keepReadDays: 30 },
  matches: [match("P1000R0", 7), match("P1001R0", 7), match("P1002R0", 7), match("P1002R0")],
  mutes: [
    { series: "P0001", at: 6 },
    { series: "P0002", at: 6 },
  ],
});

describe("what an import would change", () => {
  it("is named, without what is here already", async () => {
    expect(words(await previewImport(await lived(), read(FILE)))).toEqual({
      lists: ["notify list: P2301", "+New: title:rings, audience:LEWG", "+Empty: "],
      settings: ["drafts: true -> false", "keepReadDays: 365 -> 30"],
      matches: ["P1002R0"],
      stars: ["P1000R0"],
      mutes: ["P0002"],
    });
  });

  it("is what an import then changes, and nothing more is left to change", async () => {
    const db = await lived();
    const preview = await previewImport(db, read(FILE));
    expect(await importBackup(db, FILE, 9, preview.digest)).toEqual({
      ok: true,
      watchlists: 2,
      watches: 3,
      settings: 2,
      matches: 1,
      stars: 1,
      mutes: 1,
      rejected: [],
    });
    expect((await readWatchlists(db)).map(({ name, mode, watches }) => `${name} (${mode}): ${watches.map(formatWatch).join(", ")}`)).toEqual([
      "notify list (notify): P2300, author:Noether, P2301",
      "New (badge): title:rings, audience:LEWG",
      "Empty (off): ",
    ]);
    expect((await db.matches.toArray()).map(({ id, starredAt }) => [id, starredAt])).toEqual([
      ["P1000R0", 7],
      ["P1001R0", 5],
      ["P1002R0", 7],
    ]);
    expect(words(await previewImport(db, read(FILE)))).toEqual({ lists: [], settings: [], matches: [], stars: [], mutes: [] });
  });

  it("writes nothing", async () => {
    const db = await lived();
    const before = await exportBackup(db, 1);
    await previewImport(db, read(FILE));
    expect(await exportBackup(db, 1)).toEqual(before);
  });

  it("is not changed where something else has changed since the person looked", async () => {
    const db = await lived();
    const { digest } = await previewImport(db, read(FILE));
    await writeSetting(db, "drafts", false);
    const before = await exportBackup(db, 1);
    expect(await importBackup(db, FILE, 9, digest)).toEqual({ ok: false, problem: "changed-meanwhile" });
    expect(await exportBackup(db, 1)).toEqual(before);
    const again = await previewImport(db, read(FILE));
    expect(await importBackup(db, FILE, 9, again.digest)).toMatchObject({ ok: true, settings: 1 });
  });

  it("is nothing after it was done, whatever the file holds", async () => {
    const list = fc.record({
      name: fc.constantFrom("notify list", "A", "B "),
      mode: fc.constantFrom("notify", "off", "loud"),
      watches: fc.array(fc.oneof(fc.constantFrom("P1", "p0001", "LEWG", "author:Noether", "rings", ""), fc.anything()), { maxLength: 4 }),
    });
    const parts = fc.record(
      {
        watchlists: fc.oneof(fc.array(list, { maxLength: 4 }), fc.anything()),
        settings: fc.oneof(fc.dictionary(fc.constantFrom("drafts", "pollMinutes", "x"), fc.oneof(fc.boolean(), fc.nat(100))), fc.anything()),
        matches: fc.oneof(
          fc.array(
            fc.tuple(fc.constantFrom("P1000R0", "P1003R0", "P1004R0"), fc.nat(3)).map(([id, at]) => match(id, at)),
            { maxLength: 4 },
          ),
          fc.anything(),
        ),
        mutes: fc.oneof(fc.array(fc.record({ series: fc.constantFrom("P0001", "P0003", "P3"), at: fc.nat(3) })), fc.anything()),
      },
      { requiredKeys: [] },
    );
    await fc.assert(
      fc.asyncProperty(parts, async (parts) => {
        const db = await lived();
        const json = backup(JSON.parse(JSON.stringify(parts, (_, value) => (typeof value === "bigint" ? 0 : value))));
        const preview = await previewImport(db, read(json));
        expect(await importBackup(db, json, 9, preview.digest)).toMatchObject({ ok: true });
        expect(words(await previewImport(db, read(json)))).toEqual({ lists: [], settings: [], matches: [], stars: [], mutes: [] });
      }),
      { numRuns: 40 },
    );
  });
});

describe("a watch that is none", () => {
  it("is named with its place and with what is wrong", () => {
    const { rejected } = read(backup({ watchlists: [{ name: "A", mode: "off", watches: ["P2300", "LWG1", "free text", 7] }], settings: 7 }));
    expect(rejected.map(({ place, problem }) => [place, problem?.problem])).toEqual([
      ["watchlists[0].watches[1]", "not-a-paper"],
      ["watchlists[0].watches[2]", "ambiguous"],
      ["watchlists[0].watches[3]", undefined],
      ["settings", undefined],
    ]);
  });
});
