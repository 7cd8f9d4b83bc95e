import { parsePaperId } from "../../papers/paper-id.ts";
import { seriesOfId } from "../../papers/series.ts";
import { documentOfTextId } from "./text-id.ts";

/** What is to be known of a text for that. */
interface Held {
  id: string;
  bytes: number;
  usedAt: number;
  isWatched?: true;
}

/** Two are compared: these stay whatever the limit is, or a page would wait for one while the other goes. */
const STAY = 2;

/**
 * The ids of the texts that go so that no more than so many bytes stay. Of watched papers the newest document that was read stays longest, first
 * of all if it is a draft, with what it said before: that can be had nowhere else. Of the rest those go first that were used longest ago.
 */
export function textsToForget(texts: Held[], maxBytes: number): string[] {
  const latest = texts.filter(({ bytes }) => bytes > 0).sort(byUse);
  const worth = worthOf(latest);
  const stays = [...latest.slice(0, STAY), ...latest.slice(STAY).sort((a, b) => worth(b) - worth(a) || byUse(a, b))];
  let [sum, place] = [0, 0];
  for (const { bytes } of stays) {
    sum += bytes;
    if (sum > maxBytes && place >= STAY) break;
    place++;
  }
  return stays.slice(place).map(({ id }) => id);
}

function byUse(a: Held, b: Held): number {
  return b.usedAt - a.usedAt || (a.id < b.id ? -1 : 1);
}

/** 2 for the newest document of a watched paper where it is a draft, 1 where it is not, 0 for all others. */
function worthOf(texts: Held[]): (text: Held) => number {
  const newest = new Map<string, number>();
  for (const { id, isWatched } of texts) {
    const series = seriesOfId(documentOfTextId(id));
    if (isWatched && series !== undefined) newest.set(series, Math.max(newest.get(series) ?? 0, placeOf(id)));
  }
  return ({ id, isWatched }) => {
    const series = seriesOfId(documentOfTextId(id));
    if (!isWatched || series === undefined || newest.get(series) !== placeOf(id)) return 0;
    return id.startsWith("D") ? 2 : 1;
  };
}

/** In its series: a draft comes right before what it becomes. */
function placeOf(id: string): number {
  const { revision = 0, prefix } = parsePaperId(documentOfTextId(id)) ?? {};
  return 2 * revision + (prefix === "D" ? 0 : 1);
}
