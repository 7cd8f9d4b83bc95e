import { readFileName } from "../../../lib/probe/draft-file.ts";
import type { KnownFile, KnownPaper, SweepSettings } from "../../../lib/probe/policy.ts";
import { foundNumbers, sweepFrontier } from "../../../lib/probe/sweep/frontier.ts";
import { latestRevisions } from "../../../lib/probe/sweep/latest-revisions.ts";
import { sweep } from "../../../lib/probe/sweep.ts";
import type { Prober } from "./replay.ts";

const DAY = 24 * 60 * 60_000;

/**
 * The original policy with a plan that is kept for as long as it stays the same: until the index, the day or the frontier
 * changes. All requests of a cycle are made in its first moment, which is kinder to it than the truth.
 */
export function createSweepProber(settings: SweepSettings): Prober {
  const papers = new Map<string, KnownPaper>();
  const ids = new Set<string>();
  const files = new Map<string, KnownFile>();
  const slices = settings.coldCycleDivisor;
  let cycle = 0;
  let plan: { hot: string[]; cold: string[][]; frontier: number; day: number } | undefined;

  return {
    learn({ id, paper }) {
      ids.add(id);
      if (paper) papers.set(id, paper);
      plan = undefined;
    },
    tick(now, ask) {
      cycle++;
      const day = Math.floor(now / DAY);
      const { hot, cold } = plan?.day === day ? plan : makePlan(now, day);
      const before = files.size;
      for (const names of [hot, cold[(cycle - 1) % slices] ?? []]) {
        for (const name of names) {
          const file = !files.has(name) && ask(name, now) !== undefined ? readFileName(name) : undefined;
          if (file) files.set(name, { ...file, foundAt: now });
        }
      }
      if (plan && files.size > before && frontier() !== plan.frontier) plan = undefined;
    },
  };

  /** With a single slice the plan of one cycle holds all that is cold. */
  function makePlan(now: number, day: number) {
    const known = { papers: [...papers.values()], ids, files: [...files.values()], watched: new Set<number>(), asked: new Map(), cycle: 1, phase: 0 };
    const { probes, frontier } = sweep(known, now, { ...settings, coldCycleDivisor: 1 });
    const asked = probes.filter(({ decision }) => decision === "probe");
    const cold = Array.from({ length: slices }, (): string[] => []);
    for (const { tier, number, name } of asked) if (tier === "cold") cold[number % slices]?.push(name);
    plan = { hot: asked.filter(({ tier }) => tier !== "cold").map(({ name }) => name), cold, frontier, day };
    return plan;
  }

  function frontier(): number {
    return sweepFrontier([...latestRevisions(ids).keys(), ...foundNumbers([...files.values()])], settings.gapThreshold);
  }
}
