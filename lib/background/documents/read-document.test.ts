import "fake-indexeddb/auto";
import { describe, expect, it } from "vitest";
import { type Answer, at, html, NOON, PAPERS, documentWorld as world } from "../../../test/engine/document-world.ts";
import type { Draft } from "../../papers/draft.ts";
import type { Database } from "../../store/database/database.ts";
import { writeSetting } from "../../store/lists/settings-store.ts";
import { addWatch, addWatchlist } from "../../store/lists/watchlists.ts";
import { packText } from "../../store/texts/pack-text.ts";
import { readTextState } from "../../store/texts/read-text-state.ts";
import { clearTexts, keepText, readPaperText, readTextsSize } from "../../store/texts/texts.ts";
import { LISTING_HOST, READ_DOCUMENT } from "../../terms/work-names.ts";

const HOUR = 60 * 60_000;
const status =
  (code: number): Answer =>
  () =>
    new Response(code === 304 ? null : "no", { status: code });
const said = async (db: Database, id: string) => (await readPaperText(db, id))?.sections.flatMap(({ blocks }) => blocks.map(({ text }) => text)).join();

describe("reading a document that somebody wants", () => {
  it("keeps its text, and asks for a published one once", async () => {
    const { db, asked, want } = await world({ [`${PAPERS}/p9001r1.html`]: html("A ring.", { etag: '"1"' }) }, { P9001R1: at("p9001r1.html") });
    expect(await want("P9001R1")).toMatchObject({ kind: "there", row: { url: `${PAPERS}/p9001r1.html`, etag: '"1"' } });
    expect(await said(db, "P9001R1")).toBe("A ring.");
    await want("P9001R1");
    expect(asked).toHaveLength(1);
    expect(await readTextsSize(db)).toMatchObject({ texts: 1 });
    await clearTexts(db);
    expect(await readTextsSize(db)).toEqual({ texts: 0, bytes: 0 });
    expect(await readTextState(db, "P9001R1")).toEqual({ kind: "unasked" });
  });

  it("asks again for one that was read otherwise, with its changes", async () => {
    const answers = { [`${PAPERS}/p9001r1.html`]: html("10<sup>6</sup>", { etag: '"1"' }) };
    const { db, asked, want } = await world(answers, { P9001R1: at("p9001r1.html") });
    await want("P9001R1");
    const { reading, ...former } = (await db.texts.get("P9001R1")) ?? { id: "", url: "", bytes: 0, readAt: 0, usedAt: 0 };
    expect(reading).toBeGreaterThan(1);
    const summary = { changed: 1, added: 0, removed: 0, moved: 0, renamed: 0, wordsAdded: 1, wordsRemoved: 0, wording: false };
    await db.texts.put({ ...former, since: { id: "P9001R0", summary } });
    await want("P9001R1");
    expect(asked).toEqual([`${PAPERS}/p9001r1.html`, `${PAPERS}/p9001r1.html`]);
    expect(await db.texts.get("P9001R1")).toMatchObject({ reading, bytes: former.bytes });
    expect(await db.texts.get("P9001R1")).not.toHaveProperty("since");
    expect(await said(db, "P9001R1")).toBe("10⁶");
  });

  it.each<[what: string, papers: Record<string, object>, answer: Answer, trouble: object]>([
    [
      "it lies elsewhere",
      { P9001R1: { long_link: "https://example.org/p9001r1.html" } },
      html("x"),
      { kind: "elsewhere", link: "https://example.org/p9001r1.html" },
    ],
    ["nobody knows it", {}, html("x"), { kind: "unlisted" }],
    ["it is not there", { P9001R1: at("p9001r1.html") }, status(404), { kind: "not-found" }],
    ["it is refused", { P9001R1: at("p9001r1.html") }, status(403), { kind: "refused", status: 403 }],
    ["it is nothing", { P9001R1: at("p9001r1.html") }, () => new Response(""), { kind: "empty" }],
    ["it cannot be read", { P9001R1: at("p9001r1.html") }, () => new Response("%PDF-1.4 x"), { kind: "encrypted" }],
  ])("says that %s, and asks no further", async (_, papers, answer, trouble) => {
    const { want, asked, work } = await world({ [`${PAPERS}/p9001r1.html`]: answer }, papers);
    expect(await want("P9001R1")).toMatchObject({ kind: "none", trouble });
    expect(asked.filter((url) => !url.startsWith(PAPERS))).toEqual([]);
    expect(work.due.at).toBeUndefined();
  });

  it("says of one that is longer than is fetched that its end is not there", async () => {
    const long = `A ring.<!--${" ".repeat(33 * 1_048_576)}--><p>And its end.`;
    const { db, want } = await world({ [`${PAPERS}/p9001r1.html`]: html(long) }, { P9001R1: at("p9001r1.html") });
    await want("P9001R1");
    expect(await said(db, "P9001R1")).toBe("A ring.");
    expect(await readPaperText(db, "P9001R1")).toMatchObject({ cut: "bytes" });
  });

  it("waits for the network, says so, and reads it then", async () => {
    const { want, db, work, drain, isOnline } = await world({ [`${PAPERS}/p9001r1.html`]: html("A ring.") }, { P9001R1: at("p9001r1.html") });
    isOnline.now = false;
    expect(await want("P9001R1")).toMatchObject({ kind: "waits", trouble: { kind: "offline" }, host: LISTING_HOST });
    isOnline.now = true;
    await work.engine.hasten("network");
    await drain();
    expect(await readTextState(db, "P9001R1")).toMatchObject({ kind: "there" });
  });

  it("comes back after trouble of the host", async () => {
    const { want, db, work, drain } = await world({ [`${PAPERS}/p9001r1.html`]: [status(503), html("A ring.")] }, { P9001R1: at("p9001r1.html") });
    expect(await want("P9001R1")).toMatchObject({ kind: "waits", trouble: { kind: "server-error", status: 503 } });
    await work.drainNext();
    await drain();
    expect(await readTextState(db, "P9001R1")).toMatchObject({ kind: "there" });
  });

  it("asks nothing of a host that the person has switched off", async () => {
    const { want, asked, lanes } = await world({}, { P9001R1: at("p9001r1.html") });
    lanes[LISTING_HOST].isOff = true;
    expect(await want("P9001R1")).toEqual({ kind: "stopped", host: LISTING_HOST });
    expect(asked).toEqual([]);
  });

  it("takes the file at isocpp.org where the paper is listed and not there yet", async () => {
    const file = { extension: ".html", link: "https://isocpp.org/files/papers/P9001R1.html", foundAt: NOON };
    const { want, db, asked } = await world({ [`${PAPERS}/p9001r1.html`]: status(404), [file.link]: html("A ring.") }, { P9001R1: at("p9001r1.html") });
    await db.drafts.put({ id: "P9001R1", prefix: "P", number: 9001, revision: 1, files: [file], foundAt: NOON });
    expect(await want("P9001R1")).toMatchObject({ kind: "there", row: { url: file.link } });
    expect(asked).toEqual([`${PAPERS}/p9001r1.html`, file.link]);
  });
});

describe("a revision that was read at isocpp.org before it was published", () => {
  const PUBLISHED = `${PAPERS}/p9001r1.html`;
  const link = "https://isocpp.org/files/papers/P9001R1.html";
  const found: Draft = {
    id: "P9001R1",
    prefix: "P",
    number: 9001,
    revision: 1,
    files: [{ extension: ".html", link, foundAt: NOON, etag: '"1"' }],
    foundAt: NOON,
  };

  async function readEarly(published: Answer) {
    const all = await world({ [PUBLISHED]: published, [link]: [html("A ring.", { etag: '"1"' }), status(304)] });
    await all.db.drafts.put(found);
    await all.want("P9001R1");
    await all.list({ P9001R1: at("p9001r1.html") });
    return all;
  }

  it("is read as it was published, as another file", async () => {
    const { db, asked, want } = await readEarly(html("A round ring."));
    expect(await want("P9001R1")).toMatchObject({ kind: "there", row: { url: PUBLISHED } });
    expect(await said(db, "P9001R1")).toBe("A round ring.");
    expect(await db.texts.count()).toBe(1);
    await want("P9001R1");
    expect(asked).toEqual([link, PUBLISHED]);
  });

  it("is what it was while that is not there, which is looked for once a day", async () => {
    const { db, asked, want, clock } = await readEarly(status(404));
    for (const _ of [1, 2]) expect(await want("P9001R1")).toMatchObject({ kind: "there", row: { url: link } });
    expect(await said(db, "P9001R1")).toBe("A ring.");
    expect(asked).toEqual([link, PUBLISHED, `${link} "1"`]);
    clock.set(clock.now() + 25 * HOUR);
    await want("P9001R1");
    expect(asked.slice(3)).toEqual([PUBLISHED, `${link} "1"`]);
  });

  it("is asked for without what names another file where its host had trouble meanwhile", async () => {
    const { asked, want, work } = await readEarly(status(503));
    await want("P9001R1");
    await work.drainNext();
    expect(asked).toEqual([link, PUBLISHED, PUBLISHED]);
  });

  it("is looked for once a day, too, where the file of before is gone", async () => {
    const { db, asked, want } = await readEarly(status(404));
    await db.drafts.delete("P9001R1");
    for (const _ of [1, 2]) await want("P9001R1");
    expect(await said(db, "P9001R1")).toBe("A ring.");
    expect(asked).toEqual([link, PUBLISHED]);
  });
});

describe("a draft that is overwritten in place", () => {
  const LINK = "https://isocpp.org/files/papers/D9001R1.html";
  const draft = (etag: string): Draft => ({
    id: "D9001R1",
    prefix: "D",
    number: 9001,
    revision: 1,
    files: [{ extension: ".html", link: LINK, foundAt: NOON, etag }],
    foundAt: NOON,
  });

  it("keeps what it said before, and how much of it is another", async () => {
    const { db, want, asked } = await world({ [LINK]: [html("A ring.", { etag: '"1"' }), html("A round ring.", { etag: '"2"' })] });
    await db.drafts.put(draft('"1"'));
    await want("D9001R1");
    await want("D9001R1");
    expect(asked).toEqual([LINK]);
    await db.drafts.put(draft('"2"'));
    expect(await want("D9001R1")).toMatchObject({ kind: "there", row: { since: { id: "D9001R1@before", summary: { changed: 1, wordsAdded: 1 } } } });
    expect(asked).toEqual([LINK, `${LINK} "1"`]);
    expect(await said(db, "D9001R1@before")).toBe("A ring.");
    expect(await said(db, "D9001R1")).toBe("A round ring.");
    expect(await want("D9001R1@before")).toMatchObject({ kind: "there" });
  });

  it.each([
    ["is known where it went for want of room, and is read again as it was", '"1"', true],
    ["is nothing of what came in place of one that went for want of room", '"2"', false],
  ])("what it differs in %s", async (_, etag, isKnown) => {
    const { db, want } = await world({ [LINK]: html("A ring.", { etag }) });
    await db.drafts.put(draft('"1"'));
    await want("D9001R1");
    const summary = { changed: 3, added: 0, removed: 0, moved: 0, renamed: 0, wordsAdded: 1, wordsRemoved: 0, wording: false };
    await db.texts.update("D9001R1", { bytes: 0, since: { id: "D9001R1@before", summary } });
    await db.packedTexts.delete("D9001R1");
    await db.drafts.put(draft(etag));
    await want("D9001R1");
    expect((await db.texts.get("D9001R1"))?.since !== undefined).toBe(isKnown);
  });

  it("has said nothing else where it is only read otherwise", async () => {
    const { db, want } = await world({ [LINK]: html("10<sup>6</sup>", { etag: '"1"' }) });
    await db.drafts.put(draft('"1"'));
    await want("D9001R1");
    const row = (await db.texts.get("D9001R1")) ?? { id: "", url: "", bytes: 0, readAt: 0, usedAt: 0 };
    await keepText(
      db,
      { ...row, reading: 1 },
      { packed: await packText({ form: "html", sections: [{ level: 0, title: "", path: [], blocks: [{ kind: "text", text: "106" }] }] }), isOther: false },
    );
    await want("D9001R1");
    expect(await said(db, "D9001R1")).toBe("10⁶");
    expect(await db.texts.count()).toBe(1);
  });

  it.each<[what: string, forget: (db: Database) => Promise<unknown>]>([
    ["was forgotten", clearTexts],
    [
      "went for want of room",
      async (db) => {
        await db.texts.update("D9001R1", { bytes: 0 });
        await db.packedTexts.clear();
      },
    ],
  ])("is read as a whole where it %s while its host was asked whether it has changed", async (_, forget) => {
    const answers = [html("A ring.", { etag: '"1"' }), status(304), html("A ring.", { etag: '"1"' })];
    let [asked, forgotten]: [number, Promise<unknown>] = [0, Promise.resolve()];
    const { db, want, drain } = await world((url) => {
      if (url === LINK && asked === 1) forgotten = forget(db);
      return url === LINK ? answers[asked++] : undefined;
    });
    await db.drafts.put(draft('"1"'));
    await want("D9001R1");
    await db.drafts.put(draft('"2"'));
    await want("D9001R1");
    await forgotten;
    await drain();
    expect(await readTextState(db, "D9001R1")).toMatchObject({ kind: "there" });
    expect(await said(db, "D9001R1")).toBe("A ring.");
    expect(asked).toBe(3);
  });

  it("is the same where only its name at the host is another", async () => {
    const { db, want } = await world({ [LINK]: [html("A ring.", { etag: '"1"' }), status(304)] });
    await db.drafts.put(draft('"1"'));
    await want("D9001R1");
    await db.drafts.put(draft('"2"'));
    expect(await want("D9001R1")).toMatchObject({ kind: "there" });
    expect(await db.texts.count()).toBe(1);
    await want("D9001R1");
    expect(await db.jobs.filter(({ kind }) => kind === READ_DOCUMENT).count()).toBe(2);
  });
});

describe("a new revision of a watched paper", () => {
  const ANSWERS = { [`${PAPERS}/p9001r0.html`]: html("A ring."), [`${PAPERS}/p9001r1.html`]: html("A round ring.") };
  const OLD = { P9001R0: at("p9001r0.html") };

  async function watching(kind: "paper" | "author", text: string, isOn = true) {
    const all = await world(ANSWERS, OLD);
    const list = await addWatchlist(all.db, "x");
    await addWatch(all.db, list, { kind, text }, NOON);
    if (!isOn) await writeSetting(all.db, "readRevisions", false);
    await all.list({ P9001R1: { ...at("p9001r1.html"), author: "Kurt Gödel" } });
    return all;
  }

  it("is read by itself with the one before, and what it differs in is known", async () => {
    const { db, asked } = await watching("paper", "P9001");
    expect(asked.toSorted()).toEqual(Object.keys(ANSWERS));
    expect(await db.texts.get("P9001R1")).toMatchObject({ since: { id: "P9001R0", summary: { changed: 1, wordsAdded: 1, wordsRemoved: 0 } } });
  });

  it("is known to differ also where the one before can only be read after it", async () => {
    const answers = { ...ANSWERS, [`${PAPERS}/p9001r0.html`]: [status(503), html("A ring.")] };
    const { db, want, work, drain } = await world(answers, { ...OLD, P9001R1: at("p9001r1.html") });
    await want("P9001R0");
    await want("P9001R1");
    for (let step = 0; step < 3 && work.due.at !== undefined; step++) await work.drainNext();
    await drain();
    expect(await db.texts.get("P9001R1")).toMatchObject({ since: { id: "P9001R0", summary: { changed: 1, wordsAdded: 1, wordsRemoved: 0 } } });
  });

  it.each<[what: string, ...Parameters<typeof watching>]>([
    ["the person has that off", "paper", "P9001", false],
    ["it is not watched by its number", "author", "Gödel"],
  ])("is not where %s", async (_, ...watch) => {
    expect((await watching(...watch)).asked).toEqual([]);
  });

  it("is not planned further ahead than an hour where its host has trouble", async () => {
    const { work, want, clock } = await world({ [`${PAPERS}/p9001r1.html`]: status(503) }, { P9001R1: at("p9001r1.html") });
    await want("P9001R1");
    for (let step = 0; step < 12; step++) await work.drainNext();
    expect((work.due.at ?? Number.NaN) - clock.now()).toBeLessThanOrEqual(HOUR);
  });
});
