import { describe, expect, it } from "vitest";
import { freshDatabase } from "../../../test/store/fresh-database.ts";
import { writeSetting } from "../lists/settings-store.ts";
import { packText } from "./pack-text.ts";
import { forgetSpoilt, keepText, noteTextTrouble, readPaperText, readTextsSize, touchText } from "./texts.ts";

const packed = (bytes: number) => ({ packed: new Uint8Array(bytes), isOther: false });
const row = (id: string, usedAt: number) => ({ id, url: "", readAt: usedAt, usedAt });
const MEGABYTES = 1_000_000;

describe("texts that are kept", () => {
  it("are no more than the person gives room for; what was learnt from the others is still known", async () => {
    const db = await freshDatabase();
    await writeSetting(db, "textMegabytes", 5);
    for (const [place, id] of ["a", "b", "c"].entries()) await keepText(db, row(id, place), packed(2 * MEGABYTES));
    expect(await db.packedTexts.toCollection().primaryKeys()).toEqual(["b", "c"]);
    expect(await db.texts.get("a")).toEqual({ ...row("a", 0), bytes: 0 });
    await touchText(db, "b", 9);
    await keepText(db, row("d", 10), packed(2 * MEGABYTES));
    expect(await db.packedTexts.toCollection().primaryKeys()).toEqual(["b", "d"]);
    expect(await readTextsSize(db)).toEqual({ texts: 2, bytes: 4 * MEGABYTES });
  });

  it("leave behind which content of a draft they were", async () => {
    const db = await freshDatabase();
    await writeSetting(db, "textMegabytes", 5);
    await keepText(db, { ...row("D9001R1", 0), version: "1", etag: "x" }, packed(2 * MEGABYTES));
    for (const [place, id] of ["b", "c"].entries()) await keepText(db, row(id, 1 + place), packed(2 * MEGABYTES));
    expect(await db.texts.get("D9001R1")).toEqual({ ...row("D9001R1", 0), version: "1", bytes: 0 });
  });

  it("go first where a clock that was ahead says that they were used in a time to come", async () => {
    const db = await freshDatabase();
    await writeSetting(db, "textMegabytes", 5);
    for (const id of ["ahead 1", "ahead 2"]) await keepText(db, row(id, 1_000), packed(2 * MEGABYTES));
    for (const [place, id] of ["a", "b", "c"].entries()) await keepText(db, row(id, 10 + place), packed(2 * MEGABYTES));
    expect(await db.packedTexts.toCollection().primaryKeys()).toEqual(["b", "c"]);
  });

  it("go with all that was known of them where they are former texts of drafts, or thousands", async () => {
    const db = await freshDatabase();
    await writeSetting(db, "textMegabytes", 5);
    await db.texts.bulkPut(Array.from({ length: 2_100 }, (_, place) => ({ ...row(`P${place}`, place), bytes: 0 })));
    await keepText(db, row("D9001R1@before", 3_000), packed(2 * MEGABYTES));
    for (const [place, id] of ["a", "b", "c"].entries()) await keepText(db, row(id, 4_000 + place), packed(2 * MEGABYTES));
    expect(await db.texts.get("D9001R1@before")).toBeUndefined();
    expect(await db.texts.where("id").startsWith("P").count()).toBeLessThanOrEqual(2_000);
    expect(await db.texts.get("P2099")).toBeDefined();
    expect(await db.texts.get("P0")).toBeUndefined();
  });

  it("stay where a later attempt fails, which is noted, and forgotten when they are wanted again", async () => {
    const db = await freshDatabase();
    await keepText(db, row("a", 1), packed(10));
    await noteTextTrouble(db, "a", { url: "x", trouble: { kind: "not-found" } }, 2);
    expect(await db.texts.get("a")).toMatchObject({ url: "", bytes: 10, trouble: { kind: "not-found" }, usedAt: 2 });
    await touchText(db, "a", 3);
    expect(await db.texts.get("a")).not.toHaveProperty("trouble");
  });

  it("are forgotten where they are spoilt, and only then", async () => {
    const db = await freshDatabase();
    const whole = { packed: await packText({ form: "html", sections: [] }), isOther: false };
    await keepText(db, { ...row("a", 1), etag: "x", version: "1" }, packed(10));
    await keepText(db, row("D9001R1@before", 1), packed(10));
    await keepText(db, row("b", 1), whole);
    expect([await forgetSpoilt(db, "a"), await forgetSpoilt(db, "D9001R1@before"), await forgetSpoilt(db, "b")]).toEqual([true, true, false]);
    expect(await db.texts.toArray()).toEqual([
      { ...row("a", 1), version: "1", bytes: 0 },
      { ...row("b", 1), bytes: whole.packed.length },
    ]);
    expect(await db.packedTexts.toCollection().primaryKeys()).toEqual(["b"]);
  });

  it("that are spoilt are none", async () => {
    const db = await freshDatabase();
    await keepText(db, row("a", 1), packed(10));
    expect(await readPaperText(db, "a")).toBeUndefined();
    expect(await readPaperText(db, "b")).toBeUndefined();
  });
});
