import { writeFileSync } from "node:fs";
import { SETTINGS } from "../../lib/terms/settings.ts";
import { BadInput } from "../../scripts/scout/bad-input.ts";
import { seededRandom } from "../browser/killing/seeded-random.ts";
import { alignedLoad, jitteredLoad, SECONDS_PER_DAY, secondsOfDay, sumsOf } from "../replay/freshness/host-load.ts";
import { LEAD_MODELS } from "../replay/freshness/lead-models.ts";
import { QUIET_GAP_MS, quietEvery, type ReplayedPolicy, SWEEP } from "../replay/freshness/policies.ts";
import { readReplayData } from "../replay/freshness/read-replay-data.ts";
import { replay } from "../replay/freshness/replay.ts";
import { makeWorld } from "../replay/freshness/world.ts";
import { readOptions } from "./options.ts";
import { drawPlot, ticksAt } from "./plot.ts";
import { printReport } from "./report.ts";
import { type Load, sharedSwarm } from "./swarm/shared-swarm.ts";

// What many clients ask of the host on an ordinary day: each for itself, with both policies, with clocks that agree and clocks that do not; and with a feed that one scout writes for all.

const USAGE = `npm run bench -- swarm [--clients N,N] [--timeline DIR] [--index FILE] [--seed N] [--out FILE.svg] [--json]

  --clients   how many; 10,1000,100000 without it
  --timeline, --index  as for freshness
  --out       draws two hours of the day, for the greatest number`;
const DAY = 24 * 60 * 60_000;
/** Two months of a year with two mailings in them; what is asked for settles in the two months before. */
const BEGINS_AT = Date.parse("2019-04-01");
const FROM_DAY = 60;
const TO_DAY = 120;
/** The original has 20 requests under way at once; with a tenth of a second for each that is so many a second. */
const SWEEP_PER_SECOND = 200;
const QUIET_PER_SECOND = 1000 / QUIET_GAP_MS;
const REPLAYED_CLIENTS = 16;
const MOST_CLIENTS = 10_000_000;
const DRAWN_SECONDS = 2 * 60 * 60;
const DRAWN_EVERY = 15;

interface Row {
  policy: string;
  clocks: "agree" | "jitter";
  clients: number;
  load: Float64Array;
}

try {
  const values = readOptions(USAGE, {
    clients: { type: "string", default: "10,1000,100000" },
    timeline: { type: "string" },
    index: { type: "string" },
    seed: { type: "string", default: "1" },
    out: { type: "string" },
  });
  process.exitCode = await run(values);
} catch (error) {
  if (!(error instanceof BadInput || (error as NodeJS.ErrnoException).code === "ENOENT")) throw error;
  console.error(`swarm: ${error instanceof Error ? error.message.split("\n", 1)[0] : error}`);
  process.exitCode = 2;
}

interface Values {
  clients: string;
  timeline?: string;
  index?: string;
  seed: string;
  out?: string;
  json: boolean;
}

async function run(values: Values): Promise<0 | 1> {
  const sizes = values.clients.split(",").map(readSize);
  const lead = LEAD_MODELS.base;
  if (!lead) throw new Error("there is no base model");
  const arrivals = readReplayData(values.timeline, values.index);
  const [first, last] = [arrivals[0]?.at ?? 0, arrivals.at(-1)?.at ?? 0];
  if (first > BEGINS_AT || last < BEGINS_AT + TO_DAY * DAY) throw new BadInput("the timeline does not hold mid-2019, of which an ordinary day is taken");
  const world = makeWorld(arrivals, { lead, seed: 1, publishedShare: 0 });
  const base = SETTINGS.quietBaseMinutes.default / 60;
  const quiet = quietEvery(base);
  // One client finds a draft, and asks faster, when another has not found it yet: a single one would make all of them surge together.
  const differing = Array.from({ length: REPLAYED_CLIENTS }, (_, client) => quietEvery(base, { phase: client / REPLAYED_CLIENTS }));
  // Nor do all hear of a new paper at once: each looks at the index at times of its own.
  const learnsLateMs = (client: number) => (client / REPLAYED_CLIENTS) * SETTINGS.pollMinutes.default * 60_000;
  const swarms = [
    { policy: SWEEP, ...ordinaryDay([SWEEP], SWEEP_PER_SECOND) },
    { policy: quiet, ...ordinaryDay(differing, QUIET_PER_SECOND) },
  ];
  const random = seededRandom(Number(values.seed));
  const rows = swarms.flatMap(({ policy, days }) =>
    sizes.flatMap((clients): Row[] => [
      { policy: policy.name, clocks: "agree", clients, load: alignedLoad(days, clients) },
      { policy: policy.name, clocks: "jitter", clients, load: jitteredLoad(days, clients, policy.tickMs / 1000, random) },
    ]),
  );

  const most = Math.max(...sizes);
  const shared = await sharedSwarm({ world, startsAt: BEGINS_AT, endsAt: BEGINS_AT + TO_DAY * DAY, sizes, random });
  if (values.out)
    writeFileSync(
      values.out,
      plotOf(
        rows.filter(({ clients }) => clients === most),
        shared.loads,
      ),
    );
  if (!values.json) for (const table of [rows.map(tell), shared.rows]) console.table(table);
  const figures = (policy: ReplayedPolicy, clocks: Row["clocks"]) => tell(rowOf(rows, policy.name, clocks, most));
  const [ours, aligned, original] = [figures(quiet, "jitter"), figures(quiet, "agree"), figures(SWEEP, "jitter")];
  return printReport(
    {
      name: "swarm",
      targets: [
        { name: `average of ${quiet.name} / of the sweep`, value: ours["average/s"] / original["average/s"], unit: "x", limit: 1 / 15 },
        { name: `busiest second of ${most} with jitter / of the sweep's`, value: ours["peak/s"] / original["peak/s"], unit: "x", limit: 1 / 5 },
        { name: `busiest second of ${most} with jitter / their average`, value: ours["peak/s"] / ours["average/s"], unit: "x", limit: 3 },
        { name: `busiest second of ${most} with jitter / without`, value: ours["peak/s"] / aligned["peak/s"], unit: "x", limit: 1 / 5 },
        ...shared.targets,
      ],
      details: {
        day: "of each policy the day with the median number of requests, of two months replayed in mid-2019, lead model base",
        ...Object.fromEntries(swarms.map(({ policy, perDay, busiest }) => [`${policy.name}: requests that day`, `${perDay}, on its busiest ${busiest}`])),
        clients: `each has the day of one of ${REPLAYED_CLIENTS} replayed quiet clients, or of the one sweep`,
        agree: "all clients begin their ticks in the same second, each 30 minutes",
        jitter: "each client begins them at a second of its own, and each request comes up to a second late",
        index: `each client hears of it up to ${SETTINGS.pollMinutes.default} minutes after it changed, as it looks at it`,
        pace: `sweep: ${SWEEP_PER_SECOND} a second (20 at once, 0.1 s each); quiet: ${QUIET_PER_SECOND} a second`,
        method: "clients are drawn by phase, a day is added once for all clients of a phase, and late requests are drawn second by second",
        ...shared.details,
        ...(values.json ? { loads: rows.map(tell), shared: shared.rows } : {}),
      },
    },
    values.json,
  );

  /** The day on which these clients together have the median number of requests, as the requests in each of its seconds, client by client. */
  function ordinaryDay(clients: ReplayedPolicy[], perSecond: number): { days: Uint32Array[]; perDay: number; busiest: number } {
    const replayed = clients.map((policy, client) => {
      const clock = { startsAt: BEGINS_AT, endsAt: BEGINS_AT + TO_DAY * DAY, tickMs: policy.tickMs, learnsLateMs: learnsLateMs(client) };
      const { requests } = replay(world, policy.create(BEGINS_AT), clock);
      return (day: number) => requests.subarray((day * DAY) / policy.tickMs, ((day + 1) * DAY) / policy.tickMs);
    });
    const requestsOn = (day: number) => replayed.reduce((sum, ticksOf) => sum + ticksOf(day).reduce((sum, count) => sum + count, 0), 0) / clients.length;
    const days = Array.from({ length: TO_DAY - FROM_DAY }, (_, day) => FROM_DAY + day).sort((one, other) => requestsOn(one) - requestsOn(other));
    const [median = 0, busiest = 0] = [days[days.length >> 1], days.at(-1)];
    const tickSeconds = (clients[0]?.tickMs ?? DAY) / 1000;
    return {
      days: replayed.map((ticksOf) => secondsOfDay(ticksOf(median), tickSeconds, perSecond)),
      perDay: Math.round(requestsOn(median)),
      busiest: Math.round(requestsOn(busiest)),
    };
  }
}

function tell({ policy, clocks, clients, load }: Row) {
  const rounded = (value: number) => Number(value.toPrecision(3));
  const all = load.reduce((sum, requests) => sum + requests, 0);
  return {
    policy,
    clocks,
    clients,
    "average/s": rounded(all / SECONDS_PER_DAY),
    "peak/s": rounded(load.reduce((peak, requests) => Math.max(peak, requests), 0)),
    "peak/min": rounded(sumsOf(load, 60).reduce((peak, requests) => Math.max(peak, requests), 0)),
  };
}

function rowOf(rows: Row[], policy: string, clocks: Row["clocks"], clients: number): Row {
  const row = rows.find((row) => row.policy === policy && row.clocks === clocks && row.clients === clients);
  if (!row) throw new Error(`there is no row of ${policy}`);
  return row;
}

function plotOf(rows: Row[], shared: Load[]): string {
  const name = ({ policy, clocks }: Row) => `${policy}, clocks ${clocks === "agree" ? "agree" : "with jitter"}`;
  const noon = SECONDS_PER_DAY / 2;
  const loads = [...rows.map((row) => ({ name: name(row), load: row.load.subarray(noon, noon + DRAWN_SECONDS) })), ...shared];
  return drawPlot({
    title: `Requests a second, ${rows[0]?.clients} clients`,
    description: `Two hours, the busiest second of each ${DRAWN_EVERY}; without a feed at isocpp.org. ${loads.map(({ name, load }) => `${name}: at most ${Number(most(load).toPrecision(3))} a second`).join(". ")}.`,
    x: { label: "minutes", from: 0, to: DRAWN_SECONDS / 60, scale: "linear", ticks: ticksAt([0, 15, 30, 45, 60, 75, 90, 105, 120]) },
    y: {
      label: "requests a second",
      from: 0.1,
      to: 10 ** Math.ceil(Math.log10(Math.max(...rows.map((row) => tell(row)["peak/s"])))),
      scale: "log",
      ticks: decades(rows),
    },
    series: loads.map(({ name, load }) => ({
      name,
      step: true,
      points: Array.from({ length: DRAWN_SECONDS / DRAWN_EVERY }, (_, place): [number, number] => {
        const from = place * DRAWN_EVERY;
        return [from / 60, most(load.subarray(from, from + DRAWN_EVERY))];
      }),
    })),
  });
}

function most(load: Float64Array): number {
  return load.reduce((most, requests) => Math.max(most, requests), 0);
}

function decades(rows: Row[]) {
  const most = Math.ceil(Math.log10(Math.max(...rows.map((row) => tell(row)["peak/s"]))));
  const compact = new Intl.NumberFormat("en", { notation: "compact" });
  return ticksAt(
    Array.from({ length: most + 2 }, (_, power) => 10 ** (power - 1)),
    compact.format,
  );
}

function readSize(text: string): number {
  const size = Number(text);
  if (!Number.isInteger(size) || size < 1 || size > MOST_CLIENTS) throw new BadInput(`${text} is no number of clients; give 1 to ${MOST_CLIENTS}`);
  return size;
}
