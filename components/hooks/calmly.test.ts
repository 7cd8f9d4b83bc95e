import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { CALM_MS, calmly } from "./calmly.ts";

/** Counts up, and tells of it whoever has subscribed; tells who subscribes what it is now, a little later. */
function counter() {
  let value = 0;
  const hearers = new Set<(value: number) => void>();
  return {
    hearers,
    next() {
      value += 1;
      for (const hear of hearers) hear(value);
    },
    subscribe(hear: (value: number) => void) {
      hearers.add(hear);
      setTimeout(() => hearers.has(hear) && hear(value), 1);
      return () => void hearers.delete(hear);
    },
  };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it("hears at once what comes after a while of quiet, and what follows it", () => {
  const source = counter();
  const heard: number[] = [];
  calmly<number>(source.subscribe, (value) => heard.push(value));
  vi.advanceTimersByTime(1);
  expect(heard).toEqual([0]);
  source.next();
  expect(heard).toEqual([0, 1]);
  vi.advanceTimersByTime(CALM_MS);
  source.next();
  source.next();
  expect(heard).toEqual([0, 1, 2, 3]);
});

it("hears of a flood twice a second, asks no more of it meanwhile, and what it came to in the end", () => {
  const source = counter();
  const heard: number[] = [];
  calmly<number>(source.subscribe, (value) => heard.push(value));
  const seconds = 10;
  for (let step = 0; step < seconds * 100; step++) {
    vi.advanceTimersByTime(10);
    source.next();
  }
  expect(heard.length).toBeGreaterThanOrEqual(seconds * 2 - 2);
  expect(heard.length).toBeLessThanOrEqual(seconds * 2 + 2);
  expect(source.hearers.size).toBe(0);
  vi.advanceTimersByTime(2 * CALM_MS);
  expect(heard.at(-1)).toBe(seconds * 100);
});

it("hears nothing more once it has ended, also in the middle of a flood", () => {
  for (const changes of [0, 1, 5]) {
    const source = counter();
    const heard: number[] = [];
    const end = calmly<number>(source.subscribe, (value) => heard.push(value));
    vi.advanceTimersByTime(1);
    for (let change = 0; change < changes; change++) source.next();
    const before = heard.length;
    end();
    vi.advanceTimersByTime(10 * CALM_MS);
    source.next();
    expect(heard).toHaveLength(before);
    expect(source.hearers.size).toBe(0);
  }
});
