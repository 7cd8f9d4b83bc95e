import { writeFileSync } from "node:fs";
import { SETTINGS } from "../../lib/terms/settings.ts";
import { BadInput } from "../../scripts/scout/bad-input.ts";
import { LEAD_MODELS, type LeadModel } from "../replay/freshness/lead-models.ts";
import { type Freshness, mean, measure, quantile } from "../replay/freshness/measure.ts";
import { formerlyEvery, quietEvery, SLOW_SWEEP, SWEEP, UNIFORM } from "../replay/freshness/policies.ts";
import { readReplayData } from "../replay/freshness/read-replay-data.ts";
import { replay } from "../replay/freshness/replay.ts";
import { makeWorld } from "../replay/freshness/world.ts";
import { readOptions } from "./options.ts";
import { cumulativePoints, drawPlot, ticksAt } from "./plot.ts";
import { printReport } from "./report.ts";

// How soon each policy finds the drafts of real papers, and what it costs the host: real index history, modelled lead of the drafts.

const USAGE = `npm run bench -- freshness [--timeline DIR] [--index FILE] [--from YYYY-MM-DD] [--to YYYY-MM-DD] [--lead NAME]
    [--base HOURS] [--published SHARE] [--seed N] [--brief] [--out FILE.svg] [--json]

  --timeline   holds base-DATE.json.gz and deltas-*.jsonl.gz; without it timeline/ in PAPERSCOUT_DATA or ../shared/data
  --index      a later index: what the papers came as, and the papers after the timeline; without it index-2021-07-15.json there
  --from, --to the days measured, the last one not included; without them from 160 days after the timeline begins to 2019-12-01
  --lead       ${Object.keys(LEAD_MODELS).join(", ")}, several with commas between, or all; base without it
  --base       of the quiet policy, in hours
  --published  the share of drafts that have a P name only; 0 without it
  --seed       of what the model draws, several with commas between; 1 without it
  --brief      the sweep and the quiet policy alone
  --out        draws how soon drafts are found`;
const HOUR = 60 * 60_000;
const DAY = 24 * HOUR;
/** Before the first day that counts: until then a client knows neither what is asked for often nor what is usual. */
const WARM_UP_DAYS = 60;
const FIRST_DAYS = 160;
const SLOWER_BASE = 3;

type Row = Freshness & { lead: string; policy: string };

try {
  const values = readOptions(USAGE, {
    timeline: { type: "string" },
    index: { type: "string" },
    from: { type: "string" },
    to: { type: "string", default: "2019-12-01" },
    lead: { type: "string", default: "base" },
    base: { type: "string", default: String(SETTINGS.quietBaseMinutes.default / 60) },
    published: { type: "string", default: "0" },
    seed: { type: "string", default: "1" },
    brief: { type: "boolean", default: false },
    out: { type: "string" },
  });
  process.exitCode = run(values);
} catch (error) {
  if (!(error instanceof BadInput || (error as NodeJS.ErrnoException).code === "ENOENT")) throw error;
  console.error(`freshness: ${error instanceof Error ? error.message.split("\n", 1)[0] : error}`);
  process.exitCode = 2;
}

interface Values {
  timeline?: string;
  index?: string;
  from?: string;
  to: string;
  lead: string;
  base: string;
  published: string;
  seed: string;
  brief: boolean;
  out?: string;
  json: boolean;
}

function run(values: Values): 0 | 1 {
  const begun = performance.now();
  const arrivals = readReplayData(values.timeline, values.index);
  const first = arrivals[0]?.at ?? 0;
  const from = values.from === undefined ? Math.floor(first / DAY + FIRST_DAYS) * DAY : readDay(values.from);
  const to = readDay(values.to);
  const base = readNumber(values.base, "hours above 0", 1 / 60);
  const publishedShare = readNumber(values.published, "a share from 0 to 1", 0, 1);
  const seeds = values.seed.split(",").map((seed) => readNumber(seed, "a seed"));
  const startsAt = Math.max(from - WARM_UP_DAYS * DAY, first);
  if (from <= first || to <= from)
    throw new BadInput(`nothing can be measured from ${values.from ?? isoDay(from)} to ${values.to}: the index begins ${isoDay(first)}`);
  const quiet = quietEvery(base, { perDay: SETTINGS.draftsPerDay.default });
  const all = [SWEEP, SLOW_SWEEP, UNIFORM, formerlyEvery(base), quiet, quietEvery(base), quietEvery(base / 2), quietEvery(base * SLOWER_BASE)];

  const policies = values.brief ? [SWEEP, quiet] : all;

  const rows: Row[] = [];
  const leads = values.lead === "all" ? Object.keys(LEAD_MODELS) : values.lead.split(",");
  const plays = leads.flatMap((lead) => seeds.map((seed) => ({ name: seeds.length > 1 ? `${lead}, seed ${seed}` : lead, lead: readLead(lead), seed })));
  for (const { name, lead, seed } of plays) rows.push(...play(name, lead, seed));
  if (values.out) writeFileSync(values.out, plotOf(rows));
  if (!values.json) console.table(rows.map(tell));
  return printReport({ name: "freshness", targets: plays.flatMap(({ name }) => targetsOf(name)), details: detailsOf() }, values.json);

  function play(name: string, lead: LeadModel, seed: number): Row[] {
    const world = makeWorld(arrivals, { lead, seed, publishedShare });
    const measured = world.drafts.filter(({ appearsAt }) => appearsAt >= from && appearsAt < to);
    if (measured.length === 0) throw new BadInput(`no draft appears from ${isoDay(from)} to ${isoDay(to)}`);
    // What appeared on the last day may be found a month later.
    const endsAt = measured.reduce((last, { listedAt }) => Math.max(last, listedAt), to);
    return policies.map((policy) => {
      const played = replay(world, policy.create(startsAt), { startsAt, endsAt, tickMs: policy.tickMs });
      return { lead: name, policy: policy.name, ...measure(world, played, from, to) };
    });
  }

  function targetsOf(lead: string) {
    const [original, ours] = [SWEEP, quiet].map(({ name }) => rows.find((row) => row.lead === lead && row.policy === name));
    if (!original || !ours) return [];
    const prefix = plays.length > 1 ? `${lead}: ` : "";
    const told = (row: Row) => tell(row);
    const against = (name: string, figure: "mean h" | "p90 h" | "p95 h" | "missed %", unit: string) => {
      return { name: `${prefix}${name} of ${quiet.name}, against the sweep's`, value: told(ours)[figure], unit, limit: told(original)[figure] };
    };
    return [
      { name: `${prefix}requests of ${quiet.name} / those of the sweep`, value: ours.requestsPerDay / original.requestsPerDay, unit: "x", limit: 1 / 15 },
      against("mean delay", "mean h", "h"),
      against("p90", "p90 h", "h"),
      against("p95", "p95 h", "h"),
      against("missed", "missed %", "%"),
    ];
  }

  function detailsOf(): Record<string, unknown> {
    return {
      "days measured": `${isoDay(from)} to ${isoDay(to)}, the client begins ${isoDay(startsAt)}`,
      ...Object.fromEntries(leads.map((lead) => [`lead ${lead}`, LEAD_MODELS[lead]?.says])),
      drafts: `one for each paper that the index gained, ${Math.round(publishedShare * 100)} % of them under a P name only; they stay`,
      delay: "hours from when a draft appears until it is found, or until the index has the paper if that is sooner",
      missed: "the index had the paper before the draft was found",
      sweep: "a cycle in 30 minutes, 48 slices, all requests of a cycle in its first moment",
      quiet: "what is due each 30 minutes, a request a second; what a tick finds is known to the next",
      index: "a day of the timeline is known at its noon, later papers six days after the next 15th of a month",
      seed: values.seed,
      ...(values.json ? { policies: rows.map(tell) } : {}),
      seconds: Math.round((performance.now() - begun) / 1000),
    };
  }
}

function tell({ lead, policy, requestsPerDay, delays, missed }: Row) {
  const hours = (value: number) => Number(value.toPrecision(3));
  return {
    lead,
    policy,
    drafts: delays.length,
    "requests/day": Math.round(requestsPerDay),
    "mean h": hours(mean(delays)),
    "median h": hours(quantile(delays, 0.5)),
    "p90 h": hours(quantile(delays, 0.9)),
    "p95 h": hours(quantile(delays, 0.95)),
    "missed %": hours(missed * 100),
  };
}

/** Of the first lead. */
function plotOf(rows: Row[]): string {
  const shown = rows.filter(({ lead }) => lead === rows[0]?.lead);
  return drawPlot({
    title: "How soon a draft is found",
    description: `Share of drafts found within so many hours. ${shown
      .map((row) => tell(row))
      .map((told) => `${told.policy}: ${told["requests/day"]} requests a day, half within ${told["median h"]} h, 95 % within ${told["p95 h"]} h`)
      .join(". ")}.`,
    x: { label: "hours since it appeared", from: 0.1, to: 1_000, scale: "log", ticks: ticksAt([0.1, 0.25, 1, 4, 12, 24, 48, 168, 1_000]) },
    y: { label: "drafts found", from: 0, to: 1, scale: "linear", ticks: ticksAt([0, 0.25, 0.5, 0.75, 0.9, 1], (share) => `${share * 100} %`) },
    series: shown.map(({ policy, requestsPerDay, delays }) => {
      return { name: `${policy}: ${Math.round(requestsPerDay)} a day`, points: cumulativePoints(delays), step: true };
    }),
  });
}

function readLead(name: string): LeadModel {
  const model = Object.hasOwn(LEAD_MODELS, name) ? LEAD_MODELS[name] : undefined;
  if (!model) throw new BadInput(`there is no lead model ${name}; there are ${Object.keys(LEAD_MODELS).join(", ")}`);
  return model;
}

function readDay(text: string): number {
  const day = /^\d{4}-\d\d-\d\d$/.test(text) ? Date.parse(text) : Number.NaN;
  if (Number.isNaN(day)) throw new BadInput(`${text} is no day; give one as 2019-12-01`);
  return day;
}

function readNumber(text: string, what: string, least = 0, most = Number.MAX_SAFE_INTEGER): number {
  const value = Number(text);
  if (text.trim() === "" || !(value >= least && value <= most)) throw new BadInput(`"${text}" is not ${what}`);
  return value;
}

function isoDay(at: number): string {
  return new Date(at).toISOString().slice(0, 10);
}
