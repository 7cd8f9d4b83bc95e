import { type DraftFile, nameOfFile } from "./draft-file.ts";
import type { Knowledge, Plan, PlannedProbe, ProbeReason, SweepSettings } from "./policy.ts";
import { coldTargets } from "./sweep/cold.ts";
import { foundNumbers, sweepFrontier } from "./sweep/frontier.ts";
import { hotTargets, recentNumbers } from "./sweep/hot.ts";
import { latestRevisions } from "./sweep/latest-revisions.ts";
import type { Field, Target } from "./sweep/target.ts";

export const SWEEP_DEFAULTS: SweepSettings = {
  windowAbove: 60,
  windowBelow: 30,
  explicitRanges: [],
  gapThreshold: 50,
  lookbackMonths: 6,
  hotRevisionDepth: 2,
  coldRevisionDepth: 1,
  coldCycleDivisor: 48,
  gapMaxRevision: 1,
  prefixes: ["D", "P"],
  extensions: [".pdf", ".html"],
};

/**
 * The plan of one cycle of the original service, name for name and in its order: hot numbers in every cycle, one slice of
 * the rest in each. `now` counts by its UTC day only.
 */
export function sweep(known: Knowledge, now: number, settings: SweepSettings): Plan {
  const latest = latestRevisions(known.ids);
  const frontier = sweepFrontier([...latest.keys(), ...foundNumbers(known.files)], settings.gapThreshold);
  const field: Field = { latest, frontier, watched: known.watched };
  const hot = hotTargets(field, recentNumbers(known, now, settings.lookbackMonths), settings);
  const found = new Set(known.files.map(nameOfFile));
  const probes = [...hot, ...coldTargets(field, hot, known.cycle, settings)].flatMap((target) =>
    filesOf(target, settings).map((file): PlannedProbe => {
      const name = nameOfFile(file);
      const decision = found.has(name) ? "skip-discovered" : known.ids.has(name.slice(0, -file.extension.length)) ? "skip-index" : "probe";
      return { ...file, name, tier: target.tier, decision, dueAt: 0, everyMs: 0, reason: reasonFor(file, target, field) };
    }),
  );
  return { frontier, probes };
}

/** Of a known number only drafts, above the latest revision; of another all prefixes and the lowest revisions. */
function filesOf({ number, latest, depth }: Target, settings: SweepSettings): DraftFile[] {
  const prefixes = latest === undefined ? settings.prefixes : (["D"] as const);
  const [from, to] = latest === undefined ? [0, settings.gapMaxRevision] : [latest + 1, latest + depth];
  const files: DraftFile[] = [];
  for (const prefix of prefixes)
    for (let revision = from; revision <= to; revision++) for (const extension of settings.extensions) files.push({ prefix, number, revision, extension });
  return files;
}

function reasonFor({ prefix, number, revision }: DraftFile, { latest }: Target, { frontier, watched }: Field): ProbeReason {
  return {
    what: latest === undefined ? "unseen" : revision === latest + 1 ? "next" : "after-next",
    ...(latest === undefined && { fromFrontier: number - frontier }),
    ...(prefix === "P" && { published: true }),
    ...(watched.has(number) && { watched: true }),
  };
}
