import { seededRandom } from "../../browser/killing/seeded-random.ts";
import type { Arrival } from "./history.ts";
import { makeWorld, type World } from "./world.ts";

const DAY = 24 * 60 * 60_000;
/** Epoch ms. */
export const SMALL_WORLD_BEGINS = Date.parse("2019-03-01T00:00:00Z");
const EXTENSIONS = [".pdf", ".html", undefined];

/** A made-up index of some eighty numbers that gains papers, and dates of old ones, on half of its days, with drafts ahead of most. */
export function makeSmallWorld(seed: number, days: number): World {
  const random = seededRandom(seed);
  const below = (limit: number) => Math.floor(random() * limit);
  const newest = new Map<number, number>();
  const arrivals: Arrival[] = [];
  const dated: Arrival[] = [];
  const isoDay = (day: number) => new Date(SMALL_WORLD_BEGINS + day * DAY).toISOString().slice(0, 10);

  for (let number = 1; number <= 80; number++) if (random() < 0.8) publish(number, below(3), 0, -below(900));
  for (let day = 1; day <= days; day++) {
    if (random() < 0.5) continue;
    for (let count = below(8); count > 0; count--) {
      const number = random() < 0.5 ? 1 + below(80) : 75 + day + below(12);
      publish(number, (newest.get(number) ?? -1) + (random() < 0.9 ? 1 : 2), day, day - below(10) + 3);
    }
    arrivals.push(...dated.splice(0, below(2)).map((late) => ({ ...late, at: timeOf(day) })));
    if (random() < 0.2) arrivals.push({ at: timeOf(day), id: `D${String(1 + below(90)).padStart(4, "0")}R${below(3)}` });
  }
  const lead = { says: "", appearsAt: ({ date }: { date: number }) => date - random() * 9 * DAY };
  return makeWorld(arrivals, { lead, seed, publishedShare: 0.2 });

  function publish(number: number, revision: number, day: number, dateDay: number): void {
    newest.set(number, revision);
    const extension = EXTENSIONS[below(3)];
    const id = `P${String(number).padStart(4, "0")}R${revision}`;
    const paper = { number, revision, date: isoDay(dateDay), ...(extension && { extension }) };
    const { date, ...undated } = paper;
    const isDated = random() < 0.85;
    arrivals.push({ at: timeOf(day), id, paper: isDated ? paper : undated });
    if (!isDated) dated.push({ at: 0, id, paper });
  }

  function timeOf(day: number): number {
    return SMALL_WORLD_BEGINS + day * DAY - DAY / 2;
  }
}
