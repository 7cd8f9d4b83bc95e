export const SECONDS_PER_DAY = 86_400;
/** Up to so many are moved one by one, more as a normal variable. */
const ONE_BY_ONE = 64;

/** The requests of one client in each second of its day: those of a tick one after the other, so many a second. */
export function secondsOfDay(requestsByTick: ArrayLike<number>, tickSeconds: number, perSecond: number): Uint32Array {
  const seconds = new Uint32Array(SECONDS_PER_DAY);
  for (let tick = 0; tick * tickSeconds < SECONDS_PER_DAY; tick++) {
    let left = requestsByTick[tick] ?? 0;
    for (let second = tick * tickSeconds; left > 0; second++) {
      const now = Math.min(left, perSecond);
      seconds[second % SECONDS_PER_DAY] = (seconds[second % SECONDS_PER_DAY] ?? 0) + now;
      left -= now;
    }
  }
  return seconds;
}

/** What so many clients ask of the host in each second where all clocks tick at once: they have these days in turn. */
export function alignedLoad(days: Uint32Array[], clients: number): Float64Array {
  const load = new Float64Array(days[0]?.length ?? 0);
  for (const [turn, day] of days.entries()) add(load, busySeconds(day), 0, shareOf(clients, turn, days.length));
  return load;
}

/**
 * The same where each client's clock ticks at its own second of `phases`, drawn for each, and each request comes up to a
 * second late, drawn for each. Clients are counted by day and phase, and their day is added once for all of them: the
 * outcome has the distribution of drawing client by client, request by request, at a cost that hardly grows with their number.
 */
export function jitteredLoad(days: Uint32Array[], clients: number, phases: number, random: () => number): Float64Array {
  const load = new Float64Array(days[0]?.length ?? 0);
  for (const [turn, day] of days.entries()) {
    const busy = busySeconds(day);
    const byPhase = new Uint32Array(phases);
    for (let drawn = shareOf(clients, turn, days.length); drawn > 0; drawn--) {
      const phase = Math.floor(random() * phases);
      byPhase[phase] = (byPhase[phase] ?? 0) + 1;
    }
    for (const [phase, count] of byPhase.entries()) if (count > 0) add(load, busy, phase, count);
  }
  return delayHalf(load, random);
}

/** How many clients have the day of this turn. */
function shareOf(clients: number, turn: number, days: number): number {
  return Math.floor((clients + days - 1 - turn) / days);
}

type BusySecond = [second: number, requests: number];

function busySeconds(day: Uint32Array): BusySecond[] {
  return [...day.entries()].filter(([, requests]) => requests > 0);
}

function add(load: Float64Array, busy: BusySecond[], phase: number, times: number): void {
  for (const [second, requests] of busy) {
    const at = (second + phase) % load.length;
    load[at] = (load[at] ?? 0) + requests * times;
  }
}

/** A request that comes up to a second late is in the next second as often as not. */
function delayHalf(load: Float64Array, random: () => number): Float64Array {
  const late = load.map((requests) => halfOf(requests, random));
  return load.map((requests, second) => requests - (late[second] ?? 0) + (late[(second + load.length - 1) % load.length] ?? 0));
}

/** How many of so many coins show heads. */
function halfOf(coins: number, random: () => number): number {
  if (coins > ONE_BY_ONE) {
    const normal = Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
    return Math.min(coins, Math.max(0, Math.round(coins / 2 + (normal * Math.sqrt(coins)) / 2)));
  }
  let heads = 0;
  for (let coin = 0; coin < coins; coin++) if (random() < 0.5) heads++;
  return heads;
}

/** The sums of so many values after one another, the last one of what is left. */
export function sumsOf(values: Float64Array, many: number): Float64Array {
  return Float64Array.from({ length: Math.ceil(values.length / many) }, (_, group) =>
    values.subarray(group * many, (group + 1) * many).reduce((sum, value) => sum + value, 0),
  );
}
