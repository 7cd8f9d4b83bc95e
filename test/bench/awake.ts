import "fake-indexeddb/auto";
import { setTimeout } from "node:timers/promises";
import { configurationOf } from "../../lib/background/jobs/configuration.ts";
import { requestsPerDay } from "../../lib/probe/requests-per-day.ts";
import { createDatabase } from "../../lib/store/database/database.ts";
import { openDatabase } from "../../lib/store/database/open-database.ts";
import { readSettings, writeSetting } from "../../lib/store/lists/settings-store.ts";
import { CHECK_INDEX, CHECK_LISTING, INDEX_HOST, PROBE_DRAFTS, WATCH_OVER } from "../../lib/terms/work-names.ts";
import type { WorkDatabase } from "../../lib/work/rows.ts";
import { type Configuration, defineKind, type RunningJob } from "../../lib/work/work.ts";
import { workOn } from "../engine/work-on.ts";
import { virtualClock } from "../work/virtual-clock.ts";
import { readCount, readOptions } from "./options.ts";
import { printReport } from "./report.ts";

// How often a day the background of an ordinary profile is woken, and how long it is awake then: its own schedules on a
// clock of their own. A person who wants to know checks now and then, which sets the checks' times apart from the others'.

const [SECOND, MINUTE, HOUR] = [1_000, 60_000, 60 * 60_000];
const START = Date.UTC(2026, 0, 5, 12);
/** A browser ends a background that has had nothing to do for so long. */
const IDLE_MS = 30 * SECOND;
/** What the alarm may not be set below. */
const SOONEST_MS = 30 * SECOND;
/** How long each takes, as far as it is not the machine; asking for drafts takes a second for each file. */
const TAKES: Record<string, number> = { [CHECK_INDEX]: SECOND, [CHECK_LISTING]: 2 * SECOND };
/** What it was before: each schedule at its own time, and a look at which drafts are due so often. */
const BEFORE_MINUTES = 15;
/** Hours of the day at which the person asks for a check. */
const ASKS_AT = [8.3, 12.9, 17.1];

const USAGE = `npm run bench -- awake [--days N] [--json]

  --days  how many are played; 7 unless said`;
const values = readOptions(USAGE, { days: { type: "string", default: "7" } });
const days = readCount("days", values.days, USAGE);

/** Wakes and time awake a day, where a schedule may be early and where each keeps to its own time; with other than the usual minutes between two looks for drafts where they are given. */
async function day(isTogether: boolean, probeMinutes?: number): Promise<{ wakes: number; workMs: number; awakeMs: number; runs: Record<string, number> }> {
  const clock = virtualClock(START);
  const database = createDatabase(`awake-${isTogether}-${probeMinutes}`);
  const db = database as unknown as WorkDatabase;
  clock.watch(database as unknown as Parameters<typeof clock.watch>[0]);
  await openDatabase(database);
  if (probeMinutes) await writeSetting(database, "probeMinutes", probeMinutes);
  const settings = await readSettings(database);
  const takes: Record<string, number> = { ...TAKES, [PROBE_DRAFTS]: (requestsPerDay(settings) * settings.probeMinutes * SECOND) / (24 * 60) };
  const { lanes, permits, schedules } = await configurationOf(database);
  const apart = Object.fromEntries(Object.entries(schedules).map(([id, { earlyMs: _, ...rule }]) => [id, rule]));
  const configuration: Configuration = { lanes, permits, schedules: isTogether ? schedules : apart };
  const runs: Record<string, number> = {};
  const kinds = Object.fromEntries(
    Object.values(schedules).map(({ job: { kind } }) => [
      kind,
      defineKind<unknown>({
        parse: (args) => args,
        async run(_args: unknown, job: RunningJob) {
          runs[kind] = (runs[kind] ?? 0) + 1;
          await clock.sleep(takes[kind] ?? 0, job.signal, () => true);
        },
      }),
    ]),
  );
  const { engine, drain, due } = workOn(db, clock, { kinds, configuration });
  const asks = Array.from({ length: days }, (_, day) => ASKS_AT.map((hour) => START + (day * 24 + hour) * HOUR)).flat();
  let [wakes, workMs, awakeMs, asleepAt] = [0, 0, 0, 0];
  for (let alarm = START; ; ) {
    const ask = asks[0] ?? Number.POSITIVE_INFINITY;
    const at = Math.min(alarm, ask);
    if (at >= START + days * 24 * HOUR) break;
    clock.set(Math.max(at, clock.now()));
    const began = clock.now();
    if (ask <= alarm) {
      asks.shift();
      await engine.askNow(INDEX_HOST, CHECK_INDEX);
    }
    await drain();
    const ended = clock.now();
    if (began > asleepAt) wakes++;
    workMs += ended - began;
    awakeMs += ended + IDLE_MS - Math.max(began, Math.min(asleepAt, ended + IDLE_MS));
    asleepAt = ended + IDLE_MS;
    alarm = Math.max(due.at ?? Number.POSITIVE_INFINITY, ended + SOONEST_MS);
    await setTimeout();
  }
  database.close();
  return { wakes: wakes / days, workMs: workMs / days, awakeMs: awakeMs / days, runs };
}

const [before, apart, together] = [await day(false, BEFORE_MINUTES), await day(false), await day(true)];
process.exitCode = printReport(
  {
    name: "awake",
    targets: [{ name: "time awake a day / the same before", value: together.awakeMs / before.awakeMs, unit: "x", limit: 0.5 }],
    details: {
      days,
      "as it is": tell(together),
      "each schedule at its own time": tell(apart),
      [`before: so, and a look for drafts each ${BEFORE_MINUTES} minutes`]: tell(before),
      "looks whether checking goes on a day": perDay(together.runs[WATCH_OVER]),
    },
  },
  values.json,
);

function tell({ wakes, awakeMs, workMs, runs }: Awaited<ReturnType<typeof day>>): string {
  const minutes = (ms: number) => rounded(ms / MINUTE);
  return `${rounded(wakes)} wakes a day, ${minutes(awakeMs)} minutes awake, ${minutes(workMs)} of them at work; ${perDay(runs[CHECK_INDEX])} checks of the index, ${perDay(runs[PROBE_DRAFTS])} looks for drafts`;
}

function rounded(value: number): number {
  return Number(value.toPrecision(3));
}

function perDay(count = 0): number {
  return rounded(count / days);
}
