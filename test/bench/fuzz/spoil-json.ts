import { below } from "./mutate.ts";

/** What may stand in the place of any value. */
const ODD: unknown[] = [
  null,
  true,
  -1,
  0.5,
  1e308,
  2 ** 53,
  "",
  "\0",
  "\ud800",
  "x".repeat(100_000),
  [],
  {},
  [[[[]]]],
  JSON.parse('{"__proto__":{"a":1},"constructor":1}'),
  "javascript:alert(1)",
  "2026-02-31",
  "P2300R10",
];
const MOST_PLACES = 20_000;

interface Place {
  parent: Record<string, unknown>;
  key: string;
}

/** JSON that is JSON still, with some of its values in each other's place, gone, or odd. */
export function spoilJson(text: string, random: () => number): string {
  const root = { all: JSON.parse(text) as unknown };
  for (let left = 1 + below(4, random); left > 0; left--) {
    const places = placesIn(root);
    const [one, other] = [places[below(places.length, random)], places[below(places.length, random)]];
    if (!one || !other) break;
    const way = below(4, random);
    if (way === 0) delete one.parent[one.key];
    else if (way === 1) one.parent[one.key] = structuredClone(ODD[below(ODD.length, random)]);
    else if (way === 2) one.parent[one.key] = structuredClone(other.parent[other.key]);
    else one.parent[`${one.key}${below(99, random)}`] = one.parent[one.key];
  }
  return JSON.stringify(root.all) ?? "";
}

function placesIn(root: object): Place[] {
  const places: Place[] = [];
  const open = [root];
  for (let parent = open.pop(); parent && places.length < MOST_PLACES; parent = open.pop())
    for (const [key, value] of Object.entries(parent)) {
      places.push({ parent: parent as Record<string, unknown>, key });
      if (typeof value === "object" && value !== null) open.push(value);
    }
  return places;
}
