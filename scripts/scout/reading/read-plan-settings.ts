import * as v from "valibot";
import type { QuietSettings, SweepSettings } from "../../../lib/probe/policy.ts";
import { QUIET_DEFAULTS } from "../../../lib/probe/quiet.ts";
import { SWEEP_DEFAULTS } from "../../../lib/probe/sweep.ts";
import { readJsonFile } from "./read-file.ts";

const HOUR = 60 * 60_000;
const LARGEST_NUMBER = 99_999;

const number = v.optional(whole(0, LARGEST_NUMBER));
const revisions = v.optional(whole(0, 100));
const RANGES = "a list of {min, max}";

/** The original's settings, by its names. */
const sweepSchema = v.strictObject({
  frontier_window_above: number,
  frontier_window_below: number,
  frontier_explicit_ranges: v.optional(v.array(v.strictObject({ min: number, max: number }, RANGES), RANGES)),
  frontier_gap_threshold: number,
  hot_lookback_months: v.optional(whole(0, 1200)),
  hot_revision_depth: revisions,
  cold_revision_depth: revisions,
  cold_cycle_divisor: v.optional(whole(1, 100_000)),
  gap_max_rev: revisions,
  probe_prefixes: listOf(v.picklist(["D", "P"], "D or P")),
  probe_extensions: listOf(v.pipe(v.string(".pdf or .html"), v.regex(/^\.[a-z]{1,5}$/, ".pdf or .html"))),
});

const NAMES = {
  frontier_window_above: "windowAbove",
  frontier_window_below: "windowBelow",
  frontier_explicit_ranges: "explicitRanges",
  frontier_gap_threshold: "gapThreshold",
  hot_lookback_months: "lookbackMonths",
  hot_revision_depth: "hotRevisionDepth",
  cold_revision_depth: "coldRevisionDepth",
  cold_cycle_divisor: "coldCycleDivisor",
  gap_max_rev: "gapMaxRevision",
  probe_prefixes: "prefixes",
  probe_extensions: "extensions",
} as const satisfies Record<keyof typeof sweepSchema.entries, keyof SweepSettings>;

const HOURS = "a number of hours from 0.01 to 1000";
const quietSchema = v.strictObject({ base_hours: v.optional(v.pipe(v.number(HOURS), v.minValue(0.01, HOURS), v.maxValue(1000, HOURS))) });

/** The settings of `sweep` as a file gives them, the original's defaults where it does not. */
export function readSweepSettings(file: string | undefined): SweepSettings {
  if (file === undefined) return SWEEP_DEFAULTS;
  const given = readJsonFile(file, sweepSchema, `an object of settings, of which there are ${Object.keys(NAMES).join(", ")}`);
  const renamed = Object.entries(given).map(([name, value]) => [NAMES[name as keyof typeof NAMES], value]);
  return { ...SWEEP_DEFAULTS, ...Object.fromEntries(renamed) };
}

/** The settings of `quiet`, likewise. */
export function readQuietSettings(file: string | undefined): QuietSettings {
  if (file === undefined) return QUIET_DEFAULTS;
  const { base_hours } = readJsonFile(file, quietSchema, "an object of settings, of which there is base_hours");
  return base_hours === undefined ? QUIET_DEFAULTS : { baseMs: base_hours * HOUR };
}

function whole(from: number, to: number) {
  const message = `a whole number from ${from} to ${to}`;
  return v.pipe(v.number(message), v.integer(message), v.minValue(from, message), v.maxValue(to, message));
}

function listOf<Schema extends v.GenericSchema>(item: Schema) {
  const message = "a list in which nothing stands twice";
  return v.optional(
    v.pipe(
      v.array(item, message),
      v.check((values) => new Set(values).size === values.length, message),
    ),
  );
}
