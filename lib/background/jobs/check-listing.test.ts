import "fake-indexeddb/auto";
import { describe, expect, it } from "vitest";
import { workOn } from "../../../test/engine/work-on.ts";
import { freshDatabase } from "../../../test/store/fresh-database.ts";
import { virtualClock } from "../../../test/work/virtual-clock.ts";
import type { Listing } from "../../sources/open-std/read-listing.ts";
import { readListingState } from "../../store/index/replace-listing.ts";
import { writeSetting } from "../../store/lists/settings-store.ts";
import { CHECK_LISTING, LISTING_HOST } from "../../terms/work-names.ts";
import type { WorkDatabase } from "../../work/rows.ts";
import type { PutOff } from "../../work/work.ts";
import { checkListing } from "./check-listing.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const page = (): Response => new Response("<table>", { headers: { "content-type": "text/html" } });
const down = (): Response => {
  throw new TypeError("Failed to fetch");
};
const missing = (): Response => new Response("no", { status: 404 });

/** The daily look at the listing, from that day on, and a host that has these years. */
async function listing(from: string, years: Record<number, () => Response>) {
  const clock = virtualClock(Date.parse(from));
  const db = await freshDatabase(clock.watch);
  const asked: number[] = [];
  const network = {
    async fetch(url: unknown) {
      const year = Number(/papers\/(\d{4})\//.exec(String(url))?.[1]);
      asked.push(year);
      return (years[year] ?? missing)();
    },
    isOnline: () => true,
  };
  const read = async (_bytes: Uint8Array, _type: string, year: number): Promise<Listing> => {
    const id = `P${year}R0`;
    return { papers: new Map([[id, { id, title: "x", authors: [], audience: [] }]]) } as unknown as Listing;
  };
  const kinds = { [CHECK_LISTING]: checkListing({ database: async () => db, network, read }) };
  const permission = { isGiven: true };
  const hindrance = async (): Promise<PutOff | undefined> =>
    permission.isGiven ? undefined : { kind: "not-allowed", message: "no", until: clock.now() + HOUR, hastenedBy: ["permission"] };
  const configuration = {
    lanes: { [LISTING_HOST]: { cap: 1, gapMs: 1_000 } },
    schedules: { [CHECK_LISTING]: { everyMs: DAY, job: { kind: CHECK_LISTING, key: CHECK_LISTING } } },
  };
  const work = workOn(db as unknown as WorkDatabase, clock, { kinds, configuration, world: { hindrance } });
  return {
    db,
    asked,
    permission,
    work,
    /** Answers the alarm for a day, in which its schedule asks for it once. */
    async look() {
      asked.length = 0;
      const end = clock.now() + DAY;
      await work.drain();
      while ((work.due.at ?? Number.POSITIVE_INFINITY) < end) await work.drainNext();
      clock.set(end);
    },
    state: () => readListingState(db),
  };
}

describe("the yearly listing", () => {
  it("is asked for last year's, too, in January, and is in no trouble while the new one is not there yet", async () => {
    const years: Record<number, () => Response> = { 2026: page };
    const { look, asked, state } = await listing("2027-01-01T12:00:00Z", years);
    await look();
    expect(asked).toEqual([2027, 2026]);
    expect(await state()).toMatchObject({ attempts: 0, years: { 2026: { papers: 1 } } });
    years[2027] = page;
    await look();
    expect(await state()).toMatchObject({ attempts: 0, years: { 2026: {}, 2027: { papers: 1 } } });
  });

  it("is in trouble where one that was there is gone", async () => {
    const years: Record<number, () => Response> = { 2026: page };
    const { look, asked, state } = await listing("2026-06-01T12:00:00Z", years);
    await look();
    delete years[2026];
    await look();
    expect(asked).toEqual([2026]);
    expect(await state()).toMatchObject({ attempts: 1, outcome: { kind: "not-found" }, years: { 2026: { papers: 1 } } });
  });

  it.each([
    ["is refused", () => new Response("no", { status: 403 }), "refused"],
    ["is trouble of the host", () => new Response("no", { status: 503 }), "server-error"],
  ])("that %s is asked for again the next day", async (_, answer, kind) => {
    const years: Record<number, () => Response> = { 2026: answer };
    const { look, asked, state } = await listing("2026-06-01T12:00:00Z", years);
    await look();
    expect(asked).toEqual([2026]);
    expect(await state()).toMatchObject({ attempts: 1, outcome: { kind } });
    years[2026] = page;
    await look();
    expect(await state()).toMatchObject({ attempts: 0, years: { 2026: { papers: 1 } } });
  });

  it("that could not be asked for without a network is asked for when there is one, without an attempt counted", async () => {
    const years: Record<number, () => Response> = { 2026: down };
    const { db, state, work } = await listing("2026-06-01T12:00:00Z", years);
    await work.drain();
    expect(await state()).toMatchObject({ attempts: 1, outcome: { kind: "unreachable" } });
    expect(await db.jobs.where({ state: "put-off" }).toArray()).toMatchObject([{ kind: CHECK_LISTING, attempts: 0 }]);
    years[2026] = page;
    await work.pass(work.engine.hasten("network"));
    await work.drain();
    expect(await state()).toMatchObject({ attempts: 0, years: { 2026: { papers: 1 } } });
  });

  it("is not asked for without the permission, which the state says, and is as soon as that is given", async () => {
    const { permission, asked, state, work } = await listing("2026-06-01T12:00:00Z", { 2026: page });
    permission.isGiven = false;
    await work.drain();
    expect(asked).toEqual([]);
    expect(await state()).toMatchObject({ attempts: 1, outcome: { kind: "not-allowed" } });
    permission.isGiven = true;
    await work.pass(work.engine.hasten("permission"));
    await work.drain();
    expect(asked).toEqual([2026]);
    expect(await state()).toMatchObject({ attempts: 0, years: { 2026: { papers: 1 } } });
  });

  it("is not asked for where that is switched off", async () => {
    const { db, asked, look, state } = await listing("2026-06-01T12:00:00Z", { 2026: page });
    await writeSetting(db, "openStd", false);
    await look();
    expect(asked).toEqual([]);
    expect(await state()).toMatchObject({ lastTriedAt: 0 });
  });
});
