import { describe, expect, it } from "vitest";
import { seededRandom } from "../../browser/killing/seeded-random.ts";
import { alignedLoad, jitteredLoad, secondsOfDay, sumsOf } from "./host-load.ts";

const total = (load: ArrayLike<number>) => Array.from(load).reduce((sum, value) => sum + value, 0);
const busy = (load: ArrayLike<number>) => Array.from(load).flatMap((requests, second) => (requests > 0 ? [[second, requests]] : []));

describe("the seconds of a client's day", () => {
  it("hold the requests of each tick, so many a second", () => {
    const ticks = [5, 0, 1, ...Array(92).fill(0), 3];
    const begin = (tick: number) => tick * 900;
    expect(busy(secondsOfDay(ticks, 900, 2))).toEqual([
      [0, 2],
      [1, 2],
      [2, 1],
      [begin(2), 1],
      [begin(95), 2],
      [begin(95) + 1, 1],
    ]);
  });

  it("go over midnight, and stop with the day where more ticks are given", () => {
    expect(busy(secondsOfDay([0, 43_202, 9, 9], 43_200, 1)).slice(0, 3)).toEqual([
      [0, 1],
      [1, 1],
      [43_200, 1],
    ]);
  });
});

describe("the load on the host", () => {
  const day = (first: number) =>
    secondsOfDay(
      Array.from({ length: 96 }, (_, tick) => first + (tick % 7)),
      900,
      1,
    );
  const DAYS = [day(20), day(30)];

  it("of clocks that tick at once is every client's, second by second", () => {
    const load = alignedLoad(DAYS, 1001);
    expect([load[0], load[19], load[20], load[29], load[30], load[900]]).toEqual([1001, 1001, 500, 500, 0, 1001]);
  });

  it.each([1, 2, 31, 5000])("loses and doubles no request of %i clients", (clients) => {
    const load = jitteredLoad(DAYS, clients, 900, seededRandom(1));
    expect(total(load)).toBe(total(alignedLoad(DAYS, clients)));
    expect(Math.min(...load)).toBeGreaterThanOrEqual(0);
  });

  it("is the same for the same seed", () => {
    expect(jitteredLoad(DAYS, 50, 900, seededRandom(3))).toEqual(jitteredLoad(DAYS, 50, 900, seededRandom(3)));
    expect(jitteredLoad(DAYS, 50, 900, seededRandom(3))).not.toEqual(jitteredLoad(DAYS, 50, 900, seededRandom(4)));
  });

  it("peaks far lower with jitter than without", () => {
    expect(Math.max(...jitteredLoad(DAYS, 10_000, 900, seededRandom(1)))).toBeLessThan(Math.max(...alignedLoad(DAYS, 10_000)) / 20);
  });

  it.each([40, 400])("has the mean and the spread of drawing each of %i clients and each request", (clients) => {
    const short = Uint32Array.of(1, 3, 0, 0, 0, 0, 0, 0, 2, 0, 0, 0);
    const PHASES = 4;
    const drawn = (random: () => number) => {
      const load = new Float64Array(short.length);
      for (let client = 0; client < clients; client++) {
        const phase = Math.floor(random() * PHASES);
        for (const [second, requests] of short.entries()) {
          for (let request = 0; request < requests; request++) {
            const at = (second + phase + (random() < 0.5 ? 1 : 0)) % short.length;
            load[at] = (load[at] ?? 0) + 1;
          }
        }
      }
      return load;
    };
    const TIMES = 1_500;
    const ours = Array.from({ length: TIMES }, (_, seed) => jitteredLoad([short], clients, PHASES, seededRandom(seed)));
    const plain = Array.from({ length: TIMES }, (_, seed) => drawn(seededRandom(seed + TIMES)));
    for (const second of [0, 1, 2, 5, 9]) {
      const [one, other] = [ours, plain].map((loads) => momentsOf(loads.map((load) => load[second] ?? 0)));
      expect(Math.abs((one?.mean ?? 0) - (other?.mean ?? 0))).toBeLessThan(0.02 * clients);
      expect((one?.deviation ?? 0) / (other?.deviation ?? 1)).toBeGreaterThan(0.9);
      expect((one?.deviation ?? 0) / (other?.deviation ?? 1)).toBeLessThan(1.1);
    }
  });
});

it("sums minutes", () => expect([...sumsOf(Float64Array.of(1, 2, 3, 4, 5), 2)]).toEqual([3, 7, 5]));

function momentsOf(values: number[]): { mean: number; deviation: number } {
  const mean = total(values) / values.length;
  return { mean, deviation: Math.sqrt(total(values.map((value) => (value - mean) ** 2)) / values.length) };
}
