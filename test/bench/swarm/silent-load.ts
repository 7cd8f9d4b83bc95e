import { isOwnShare } from "../../../lib/feed/own-share.ts";
import { SETTINGS } from "../../../lib/terms/settings.ts";
import { quietEvery } from "../../replay/freshness/policies.ts";
import { replay } from "../../replay/freshness/replay.ts";
import type { World } from "../../replay/freshness/world.ts";

const SECOND = 1000;

interface Silence {
  /** When all feeds fall silent, epoch ms. */
  at: number;
  seconds: number;
  /** As many copies as the publisher's `share`, each with a clock of its own: what more copies ask is as much the more. */
  copies: number;
  /** In [0, 1). */
  random: () => number;
}

/** What all copies together ask of isocpp.org in each second from the moment of silence on: each of what is due by its own rule, and in its own share. None has asked for anything before. */
export function silentLoad(world: World, { at, seconds, copies, random }: Silence): Float64Array {
  const load = new Float64Array(seconds);
  for (let copy = 0; copy < copies; copy++) {
    const phase = (copy + random()) / copies;
    const isMine = (name: string, now: number) => isOwnShare(name, phase, copies, now);
    const policy = quietEvery(SETTINGS.quietBaseMinutes.default / 60, { phase, isMine });
    const startsAt = at + random() * policy.tickMs;
    replay(world, policy.create(startsAt), { startsAt, endsAt: at + seconds * SECOND, tickMs: policy.tickMs }, (_, asked) => {
      const second = Math.floor((asked - at) / SECOND);
      if (second < seconds) load[second] = (load[second] ?? 0) + 1;
      return undefined;
    });
  }
  return load;
}
