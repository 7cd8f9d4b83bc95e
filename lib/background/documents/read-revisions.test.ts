import "fake-indexeddb/auto";
import { describe, expect, it, vi } from "vitest";
import { at, documentWorld, html, NOON } from "../../../test/engine/document-world.ts";
import type { WorkOn } from "../../../test/engine/work-on.ts";
import { indexOf } from "../../../test/store/index-of.ts";
import type { PaperText } from "../../document/document.ts";
import { replaceIndex } from "../../store/index/replace-index.ts";
import { writeSetting } from "../../store/lists/settings-store.ts";
import { addWatch, addWatchlist } from "../../store/lists/watchlists.ts";
import { clearTexts, readTextsSize } from "../../store/texts/texts.ts";
import { addToRead, readToRead } from "../../store/texts/to-read.ts";
import { LISTING_HOST, READ_REVISIONS } from "../../terms/work-names.ts";

// Packing takes time of this machine, which the clock of the test knows nothing of.
vi.mock("../../store/texts/pack-text.ts", () => ({
  packText: async (text: PaperText) => new TextEncoder().encode(JSON.stringify(text)),
  unpackText: async (packed: Uint8Array) => JSON.parse(new TextDecoder().decode(packed)),
}));

const MAILING = 300;
/** For what does not depend on how many there are, beyond a turn or two. */
const FEWER = 30;
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const LIMIT = 240_000;

const numbers = (count = MAILING) => Array.from({ length: count }, (_, place) => 9001 + place);
const revision = (revision: number, count = MAILING) =>
  Object.fromEntries(numbers(count).map((number) => [`P${number}R${revision}`, at(`p${number}r${revision}.html`)]));
const idsOf = (one: number, count = MAILING) => numbers(count).map((number) => `P${number}R${one}`);

/** Somebody watches all of so many papers by their numbers, and each is published as R0. */
async function watching(count = MAILING, words = 1) {
  const world = await documentWorld((url) => html(`${url.slice(-12)} is about ${"rings ".repeat(words)}`), revision(0, count));
  const list = await addWatchlist(world.db, "x");
  for (const number of numbers(count)) await addWatch(world.db, list, { kind: "paper", text: `P${number}` }, NOON);
  const publish = (...revisions: number[]) =>
    replaceIndex(world.db, indexOf(Object.assign({ P1R0: {} }, ...[0, ...revisions].map((one) => revision(one, count)))), {}, world.clock.now());
  return { ...world, publish };
}

/** What a lane is while its host wants to be left alone for a day. */
const rest = (now: number) => ({ nextAt: now + DAY, askedUntil: now + DAY });

type Watching = Awaited<ReturnType<typeof watching>>;

/** Lets time pass until nothing is to be done; gives when each document was asked for. */
async function finish({ db, clock, asked }: Watching, work: WorkOn, until = Number.POSITIVE_INFINITY): Promise<number[]> {
  const times: number[] = [];
  await work.drain();
  const note = () => {
    while (times.length < asked.length) times.push(clock.now());
  };
  for (note(); work.due.at !== undefined && work.due.at < until; note()) {
    await work.drainNext();
    if ((await db.jobs.where("state").anyOf("todo", "put-off", "interrupted", "leased").count()) === 0) break;
  }
  return times;
}

/** The revisions whose changes are not known. */
async function unknown({ db }: Watching, one: number, count = MAILING): Promise<string[]> {
  const rows = await db.texts.bulkGet(idsOf(one, count));
  return idsOf(one, count).filter((id, place) => rows[place]?.since?.id !== id.replace(`R${one}`, `R${one - 1}`));
}

describe("a mailing of 300 watched papers", () => {
  it("is read to its last paper, each document once, no more than 240 of them an hour", { timeout: LIMIT }, async () => {
    const world = await watching();
    await world.publish(1);
    const times = await finish(world, world.work);
    expect(await unknown(world, 1)).toEqual([]);
    expect(new Set(world.asked).size).toBe(world.asked.length);
    expect(world.asked).toHaveLength(2 * MAILING);
    for (const [place, time] of times.entries()) expect((times[place + 240 + 40] ?? Number.POSITIVE_INFINITY) - time).toBeGreaterThanOrEqual(HOUR);
    expect(await readToRead(world.db)).toEqual([]);
    expect(world.work.due.at).toBeUndefined();
  });

  it.each([7, 61, 311])("is read to its last paper where all that works dies at each %s. point", { timeout: LIMIT }, async (every) => {
    const world = await watching(FEWER);
    await world.publish(1);
    let [deaths, isOver] = [0, false];
    while (!isOver) {
      // Some of it gets on, or it would never end; the longer it lives the rarer it dies.
      let left = every + 40 + deaths * 5;
      const work = world.start({ point: () => (left-- > 0 ? Promise.resolve() : new Promise(() => {})) });
      isOver = await finish(world, work).then(
        () => true,
        () => false,
      );
      deaths++;
      // Nobody is there to say that it has died.
      world.clock.set(world.clock.now() + 2 * MINUTE);
    }
    expect(deaths).toBeGreaterThan(1);
    expect(await unknown(world, 1, FEWER)).toEqual([]);
    expect(await readToRead(world.db)).toEqual([]);
  });

  it("waits for the network and goes on where it was, however long that takes", { timeout: LIMIT }, async () => {
    const world = await watching(FEWER);
    await world.publish(1);
    await world.work.drain();
    world.isOnline.now = false;
    await finish(world, world.work, world.clock.now() + 4 * HOUR);
    world.clock.set(world.clock.now() + 7 * DAY);
    expect((await unknown(world, 1, FEWER)).length).toBeGreaterThanOrEqual(10);
    // Back after a week, in which the next mailing came.
    world.isOnline.now = true;
    await world.publish(1, 2);
    await world.work.engine.hasten("network");
    await finish(world, world.work);
    expect(await unknown(world, 1, FEWER)).toEqual([]);
    expect(await unknown(world, 2, FEWER)).toEqual([]);
  });

  it("is given up where the person wants no more of it", { timeout: LIMIT }, async () => {
    const world = await watching(FEWER);
    await world.publish(1);
    await world.work.drain();
    await writeSetting(world.db, "readRevisions", false);
    await finish(world, world.work);
    expect(world.asked.length).toBeLessThanOrEqual(40);
    expect(await readToRead(world.db)).toEqual([]);
  });
});

describe("a host that is not asked", () => {
  /** A mailing of 21 papers at open-std.org, which is not asked; then a draft of another paper is found at isocpp.org. */
  async function mailingElsewhere(close: (world: Watching) => Promise<unknown>) {
    const papers = 21;
    const world = await watching(papers);
    await close(world);
    await world.publish(1);
    await finish(world, world.work, world.clock.now() + HOUR);
    const link = "https://isocpp.org/files/papers/D9500R0.html";
    const file = { extension: ".html", link, foundAt: world.clock.now(), size: 1 };
    await world.db.drafts.put({ id: "D9500R0", prefix: "D", number: 9500, revision: 0, foundAt: world.clock.now(), files: [file] });
    const readDraft = async () => {
      await addToRead(world.db, ["D9500R0"]);
      await world.work.engine.enqueue({ kind: READ_REVISIONS, key: READ_REVISIONS });
      return finish(world, world.work, world.clock.now() + 12 * HOUR);
    };
    return { ...world, papers, link, readDraft };
  }

  const switchOff = async ({ lanes }: Watching, isOff: boolean) => {
    lanes[LISTING_HOST].isOff = isOff;
  };

  it.each<[how: string, close: (world: Watching, isClosed: boolean) => Promise<unknown>]>([
    ["is switched off", switchOff],
    ["is paused", ({ work }, isPaused) => work.engine.pauseLane(LISTING_HOST, isPaused)],
  ])("holds up no other, wakes nobody, and is gone on with when it may be asked: it %s", { timeout: LIMIT }, async (_, close) => {
    const world = await mailingElsewhere((world) => close(world, true));
    expect(world.asked).toEqual([]);
    await world.readDraft();
    expect(world.asked).toEqual([world.link]);
    expect(await readToRead(world.db)).toEqual(idsOf(1, world.papers));
    expect(world.work.due.at).toBeUndefined();
    world.clock.set(world.clock.now() + 7 * DAY);
    await close(world, false);
    await finish(world, world.work);
    expect(await unknown(world, 1, world.papers)).toEqual([]);
    expect(await readToRead(world.db)).toEqual([]);
    expect(new Set(world.asked).size).toBe(world.asked.length);
  });

  it("holds up no other where it rests for a day with all that may wait for it, and is not looked at meanwhile", { timeout: LIMIT }, async () => {
    const world = await mailingElsewhere(({ db, clock }) => db.lanes.update(LISTING_HOST, rest(clock.now())));
    const asked = world.asked.length;
    await world.readDraft();
    expect(world.asked.slice(asked)).toEqual([world.link]);
    expect(world.work.due.at).toBe((await world.db.lanes.get(LISTING_HOST))?.askedUntil);
    await finish(world, world.work);
    expect(await unknown(world, 1, world.papers)).toEqual([]);
  });
});

describe("a year of mailings with little room for texts", () => {
  it("keeps the newest of what is watched, within its limit, and reads nothing again and again", { timeout: LIMIT }, async () => {
    const [papers, mailings] = [20, 12];
    // Of each mailing 2 MB; there is room for 5.
    const world = await watching(papers, 17_000);
    await writeSetting(world.db, "textMegabytes", 5);
    for (let one = 1; one <= mailings; one++) {
      await world.publish(...Array.from({ length: one }, (_, place) => place + 1));
      await finish(world, world.work);
      expect(await unknown(world, one, papers)).toEqual([]);
      expect((await readTextsSize(world.db)).bytes).toBeLessThanOrEqual(5_000_000);
      world.clock.set(world.clock.now() + 30 * DAY);
    }
    // Each revision when it came, and at most once more as the one before.
    expect(world.asked.length).toBeLessThanOrEqual(2 * papers * mailings);
    const kept = (await world.db.packedTexts.toCollection().primaryKeys()).filter((id) => id.endsWith(`R${mailings}`));
    expect(kept).toHaveLength(papers);
    await clearTexts(world.db);
    expect(await readTextsSize(world.db)).toEqual({ texts: 0, bytes: 0 });
    await finish(world, world.work);
    expect(await readTextsSize(world.db)).toEqual({ texts: 0, bytes: 0 });
  });
});
