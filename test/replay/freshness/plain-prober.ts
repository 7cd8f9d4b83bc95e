import { readFileName } from "../../../lib/probe/draft-file.ts";
import type { Knowledge, KnownFile, KnownPaper, Plan } from "../../../lib/probe/policy.ts";
import type { Prober } from "./replay.ts";

export interface PlainClient {
  phase: number;
  since: number;
  gapMs: number;
  perTick: number;
}

/** Plays a policy of lib/probe as it is: all that is known is put before it on each tick. Slow, and plainly right. */
export function createPlainProber(policy: (known: Knowledge, now: number) => Plan, { phase, since, gapMs, perTick }: PlainClient): Prober {
  const papers = new Map<string, KnownPaper>();
  const ids = new Set<string>();
  const files = new Map<string, KnownFile>();
  const asked = new Map<string, number>();
  let cycle = 0;

  return {
    learn({ id, paper }) {
      ids.add(id);
      if (paper) papers.set(id, paper);
    },
    tick(now, ask) {
      cycle++;
      const known = { papers: [...papers.values()], ids, files: [...files.values()], watched: new Set<number>(), asked, cycle, phase, since };
      const due = policy(known, now).probes.filter(({ decision }) => decision === "probe");
      for (const [turn, { name }] of due.slice(0, perTick).entries()) {
        const at = now + turn * gapMs;
        asked.set(name, at);
        const modifiedAt = ask(name, at);
        const file = readFileName(name);
        if (modifiedAt !== undefined && file && !files.has(name)) files.set(name, { ...file, foundAt: at, modifiedAt, ...(cycle === 1 && { baseline: true }) });
      }
    },
  };
}
