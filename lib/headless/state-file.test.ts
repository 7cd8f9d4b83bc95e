import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { DATABASE_VERSION } from "../store/database/database.ts";
import { copyDatabase, memoryDatabase } from "./memory-database.ts";
import { Refusal } from "./refusal.ts";
import { readState, type ScoutState, writeState } from "./state-file.ts";

const folder = mkdtempSync(join(tmpdir(), "state-"));
afterAll(() => rmSync(folder, { recursive: true }));
let count = 0;
const name = () => `state-file-${count++}`;

/** A state with a row in a table whose keys count up, and one whose keys are given. */
async function someState(): Promise<ScoutState> {
  const db = await memoryDatabase(undefined, name());
  await db.settings.put({ name: "drafts", value: true });
  await db.log.add({ kind: "new-kind", prefix: "D", papers: 20, at: 7 });
  await db.log.add({ kind: "new-kind", prefix: "N", papers: 30, at: 8 });
  const database = await copyDatabase(db);
  db.close();
  return { database, published: { seq: 7, at: 8, digest: "9" } };
}

describe("a state", () => {
  it("comes back as it was, and goes on", async () => {
    const path = join(folder, name());
    const state = await someState();
    await writeState(path, state);
    expect(statSync(path).mode & 0o777).toBe(0o600);
    const read = await readState(path);
    expect(read).toEqual({ kind: "state", state });
    if (read.kind !== "state") return;
    const db = await memoryDatabase(read.state.database, name());
    expect(await db.log.toArray()).toMatchObject([
      { seq: 1, prefix: "D" },
      { seq: 2, prefix: "N" },
    ]);
    expect(await db.log.add({ kind: "new-kind", prefix: "P", papers: 1, at: 9 })).toBe(3);
    db.close();
  });

  it("that an older version wrote is brought up to date as in a browser", async () => {
    const { database } = await someState();
    const { drafts: _, ...stores } = database.stores;
    const { drafts: __, ...rows } = database.rows;
    const db = await memoryDatabase({ version: 2, stores, rows }, name());
    expect([db.verno, await db.drafts.count(), await db.log.count()]).toEqual([DATABASE_VERSION, 0, 2]);
    db.close();
  });

  it("that a newer version wrote is not opened", async () => {
    const { database } = await someState();
    await expect(memoryDatabase({ ...database, version: DATABASE_VERSION + 1 }, name())).rejects.toThrow(/newer PaperScout/);
  });

  it.each<[string, (path: string) => Promise<void>]>([
    [
      "with rows of another format",
      async (path) => {
        const { database, published } = await someState();
        await writeState(path, { database: { ...database, version: DATABASE_VERSION + 1 }, published });
      },
    ],
    ["packed in another way", async (path) => writeFileSync(path, "PaperScout state 2\nwhatever")],
  ])("of a newer PaperScout, %s, is refused with a sentence and left where it is", async (_, write) => {
    const path = join(folder, name());
    await write(path);
    await expect(readState(path)).rejects.toThrow(Refusal);
    await expect(readState(path)).rejects.toThrow(/was written by a newer PaperScout; bring this one up to date/);
    expect(existsSync(path)).toBe(true);
  });

  it("that is not there is none", async () => expect(await readState(join(folder, "none"))).toEqual({ kind: "none" }));

  it.each<[string, (path: string) => void]>([
    ["is empty", (path) => writeFileSync(path, "")],
    ["is half", (path) => truncateSync(path, Math.floor(statSync(path).size / 2))],
    ["lacks a byte", (path) => truncateSync(path, statSync(path).size - 1)],
    [
      "has another bit",
      (path) => {
        const bytes = readFileSync(path);
        bytes[60] = (bytes[60] ?? 0) ^ 1;
        writeFileSync(path, bytes);
      },
    ],
    ["is something else", (path) => writeFileSync(path, "x".repeat(5000))],
  ])("that %s is kept aside and said to be damaged", async (_, damage) => {
    const path = join(folder, name());
    await writeState(path, await someState());
    damage(path);
    const before = readFileSync(path);
    const read = await readState(path);
    expect(read.kind).toBe("damaged");
    expect(existsSync(path)).toBe(false);
    expect(read.kind === "damaged" && readFileSync(read.keptAs)).toEqual(before);
  });
});
