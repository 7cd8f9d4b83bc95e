import "fake-indexeddb/auto";
import { describe, expect, it } from "vitest";
import { workOn } from "../../../test/engine/work-on.ts";
import { freshDatabase } from "../../../test/store/fresh-database.ts";
import { virtualClock } from "../../../test/work/virtual-clock.ts";
import type { Listing } from "../../sources/open-std/read-listing.ts";
import { readListingState } from "../../store/index/replace-listing.ts";
import { CHECK_LISTING, LISTING_HOST } from "../../terms/work-names.ts";
import type { WorkDatabase } from "../../work/rows.ts";
import { checkListing } from "./check-listing.ts";

const DAY = 24 * 60 * 60_000;
const page = (): Response => new Response("<table>", { headers: { "content-type": "text/html" } });
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
  const kinds = { [CHECK_LISTING]: checkListing({ database: async () => db, network, mayAsk: async () => true, read }) };
  const work = workOn(db as unknown as WorkDatabase, clock, { kinds, configuration: { lanes: { [LISTING_HOST]: { cap: 1, gapMs: 1_000 } } } });
  return {
    db,
    asked,
    /** A day later, with all attempts of that day. */
    async look() {
      clock.set(clock.now() + DAY);
      asked.length = 0;
      await work.engine.enqueue({ kind: CHECK_LISTING, key: CHECK_LISTING });
      await work.drain();
      while (work.due.at !== undefined) await work.drainNext();
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
    expect(asked).toEqual([2026, 2026, 2026, 2026]);
    expect(await state()).toMatchObject({ attempts: 4, outcome: { kind: "not-found" }, years: { 2026: { papers: 1 } } });
  });
});
