import { mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { NOW, OLD, PLAIN, RICH } from "../../test/feed/sample-facts.ts";
import { signerOf } from "../../test/feed/signers.ts";
import { publication } from "../feed/published/publication.ts";
import { readKnown } from "./known-facts.ts";
import { memoryDatabase } from "./memory-database.ts";
import { putInPlace } from "./put-in-place.ts";
import { takeBack } from "./take-back.ts";
import { writeWhole } from "./write-whole.ts";

const folder = mkdtempSync(join(tmpdir(), "folder-"));
afterAll(() => rmSync(folder, { recursive: true }));
const bytes = new TextEncoder().encode("{}");
const file = (name: string) => ({ name, bytes, contentType: "", maxAge: 60 });

describe("a folder", () => {
  it("has what was published, without what a killed scout left and without parts that nobody asks for any more", async () => {
    const to = join(folder, "served");
    await putInPlace(to, [file("facts-0000000000000001.json"), file("head.json")], Date.now());
    writeFileSync(join(to, "head.json.7.new"), "{");
    writeFileSync(join(to, "mine.txt"), "mine");
    writeFileSync(join(to, "facts-0000000000000002.json"), "{}");
    const longAgo = Date.now() / 1000 - 100_000;
    for (const name of ["facts-0000000000000001.json", "facts-0000000000000002.json", "mine.txt"]) utimesSync(join(to, name), longAgo, longAgo);
    await putInPlace(to, [file("facts-0000000000000001.json"), file("facts-0000000000000003.json"), file("head.json")], Date.now());
    expect(readdirSync(to).sort()).toEqual(["facts-0000000000000001.json", "facts-0000000000000003.json", "head.json", "mine.txt"]);
  });

  it("keeps the file of before where the new one cannot be written", async () => {
    const path = join(folder, "kept");
    await writeWhole(path, "before");
    const hugeName = `${path}/${"x".repeat(300)}`;
    await expect(writeWhole(hugeName, "after")).rejects.toThrow();
    expect(readFileSync(path, "utf8")).toBe("before");
  });
});

it("who has lost the state takes back what was published, and publishes the same", async () => {
  const to = join(folder, "lost");
  const signer = await signerOf(1);
  const known = { drafts: [RICH, PLAIN, OLD], statuses: [], papers: [] };
  const about = { publisher: "A scout", at: NOW, expires: NOW + 1e7, waitMinutes: 15, share: 1, mirrors: [] };
  const { files, seq } = await publication(known, about, 0, signer);
  await putInPlace(to, files, NOW);
  const db = await memoryDatabase(undefined, "rebuild");
  expect(await takeBack(db, to, signer.key, NOW)).toMatchObject({ drafts: 3, seq });
  // Once more there is nothing to take.
  expect(await takeBack(db, to, signer.key, NOW)).toMatchObject({ drafts: 0, seq });
  // An old copy of the state knows less of a draft, and gets what it lacks.
  await db.drafts.update(PLAIN.id, { files: [], gone: true });
  await db.drafts.delete(OLD.id);
  expect(await takeBack(db, to, signer.key, NOW)).toMatchObject({ drafts: 2, seq });
  const back = await readKnown(db);
  expect((await publication(back, about, seq, signer)).files.filter(({ name }) => name.startsWith("facts"))).toEqual(
    files.filter(({ name }) => name.startsWith("facts")),
  );
  db.close();
});

it.each([
  ["nothing there", async () => {}],
  [
    "another's feed there",
    async (to: string, about: Parameters<typeof publication>[1]) =>
      putInPlace(to, (await publication({ drafts: [PLAIN], statuses: [], papers: [] }, about, 0, await signerOf(2))).files, NOW),
  ],
])("with %s nothing is taken back", async (_, publish) => {
  const to = mkdtempSync(join(folder, "none-"));
  await publish(to, { publisher: "", at: NOW, expires: NOW + 1e7, waitMinutes: 15, share: 1, mirrors: [] });
  const db = await memoryDatabase(undefined, to);
  expect(await takeBack(db, to, (await signerOf(1)).key, NOW)).toEqual({ drafts: 0, seq: 0 });
  expect(await db.drafts.count()).toBe(0);
  db.close();
});
