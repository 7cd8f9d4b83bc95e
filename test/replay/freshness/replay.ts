import { nameOfFile } from "../../../lib/probe/draft-file.ts";
import type { Arrival } from "./history.ts";
import type { World } from "./world.ts";

/** A policy that is played: it learns what the index says, and asks for files. Times are epoch ms. */
export interface Prober {
  learn(arrival: Arrival): void;
  /** One run of the policy. What it asks for later than `now` it has asked for before the next run. */
  tick(now: number, ask: Ask): void;
}

/** Asks for a file by its name at a time; gives since when it is there, undefined where it is not. */
export type Ask = (name: string, at: number) => number | undefined;

export interface Clock {
  startsAt: number;
  endsAt: number;
  tickMs: number;
  /** So much later than it changes the index is looked at. */
  learnsLateMs?: number;
}

/** What came of a policy. */
export interface Played {
  clock: Clock;
  /** Requests by tick. */
  requests: Uint32Array;
  /** When each draft of the world was first found; NaN where it was not. */
  foundAt: Float64Array;
}

/** Plays a world to a policy. The index is known the moment it changes, or as much later as `clock` says; `hear` is told of each request. */
export function replay({ arrivals, drafts }: World, prober: Prober, clock: Clock, hear?: Ask): Played {
  const { startsAt, endsAt, tickMs, learnsLateMs = 0 } = clock;
  const places = new Map(drafts.map(({ file }, place) => [nameOfFile(file), place]));
  const foundAt = new Float64Array(drafts.length).fill(Number.NaN);
  const requests = new Uint32Array(Math.ceil((endsAt - startsAt) / tickMs));
  let learnt = 0;
  for (let tick = 0; tick < requests.length; tick++) {
    const now = startsAt + tick * tickMs;
    for (let arrival = arrivals[learnt]; arrival && arrival.at + learnsLateMs <= now; arrival = arrivals[++learnt]) prober.learn(arrival);
    let asked = 0;
    prober.tick(now, (name, at) => {
      asked++;
      hear?.(name, at);
      const place = places.get(name);
      const draft = place === undefined ? undefined : drafts[place];
      if (place === undefined || draft === undefined || draft.appearsAt > at) return undefined;
      if (Number.isNaN(foundAt[place])) foundAt[place] = at;
      return draft.appearsAt;
    });
    requests[tick] = asked;
  }
  return { clock, requests, foundAt };
}
