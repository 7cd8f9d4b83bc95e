import { formatPaperId } from "../../lib/papers/paper-id.ts";
import { readFileName } from "../../lib/probe/draft-file.ts";
import { explainProbe } from "../../lib/probe/explain-probe.ts";
import { knowledgeOf } from "../../lib/probe/knowledge-of.ts";
import type { KnownFile, KnownPaper } from "../../lib/probe/policy.ts";
import { quiet } from "../../lib/probe/quiet.ts";
import { sweep } from "../../lib/probe/sweep.ts";
import { BadInput } from "./bad-input.ts";
import { countBy } from "./count-by.ts";
import { readArguments } from "./reading/read-arguments.ts";
import { readTextFile } from "./reading/read-file.ts";
import { readIndexFile } from "./reading/read-index-file.ts";
import { readQuietSettings, readSweepSettings } from "./reading/read-plan-settings.ts";
import { readPlanState } from "./reading/read-plan-state.ts";
import { readTime } from "./reading/read-time.ts";

/** Which files at isocpp.org a policy would ask for on a day, in its order, and why. */
export function plan(args: string[]) {
  const { policy, index, today, cycle, watched, discovered, settings, state } = readPlanArguments(args);
  const now = readTime(today, "--today");
  const { papers, ids } = knowledgeOf(readIndexFile(index).entries.values());
  const { files, ...memory } = readPlanState(state);
  const known = { papers: asServed(papers, index), ids, watched, cycle, ...memory, files: [...files, ...readDiscovered(discovered, now)] };
  const { frontier, probes } = policy === "sweep" ? sweep(known, now, readSweepSettings(settings)) : quiet(known, now, readQuietSettings(settings));
  return {
    frontier,
    count: probes.length,
    tiers: countBy(probes, ({ tier }) => tier),
    probes: probes.map((probe) => ({ name: probe.name, tier: probe.tier, decision: probe.decision, reason: explainProbe(probe) })),
  };
}

function readPlanArguments(args: string[]) {
  const text = { type: "string" } as const;
  const options = {
    policy: text,
    index: text,
    today: text,
    cycle: text,
    watch: { ...text, multiple: true },
    discovered: text,
    settings: text,
    state: text,
  } as const;
  const { values, tokens } = readArguments({ args, options, allowPositionals: true, tokens: true });
  const watched = new Set<number>();
  for (const token of tokens) {
    if (token.kind === "option" && token.name === "watch") watched.add(readNumber(token.value ?? ""));
    // What follows a watched number is one too: --watch 2300 3700.
    else if (token.kind === "positional" && watched.size > 0) watched.add(readNumber(token.value));
    else if (token.kind === "positional") throw new BadInput(`${JSON.stringify(token.value)} belongs to no option; give the file after --index`);
  }
  const { policy = "quiet", index, today, cycle = "1", discovered, settings, state } = values;
  if (policy !== "quiet" && policy !== "sweep") throw new BadInput(`there is no policy ${JSON.stringify(policy)}; give --policy quiet or --policy sweep`);
  if (!index) throw new BadInput("--index FILE is missing; give the path of an index.json");
  if (policy === "sweep" && state !== undefined)
    throw new BadInput("--state is for the policy quiet; sweep remembers its --cycle and what was --discovered only");
  if (policy === "quiet" && values.cycle !== undefined) throw new BadInput("--cycle is for --policy sweep; quiet goes by the times in --state");
  if (!/^[1-9]\d{0,8}$/.test(cycle)) throw new BadInput(`--cycle cannot be ${JSON.stringify(cycle)}; give a whole number from 1`);
  return { policy, index, today, cycle: Number(cycle), watched, discovered, settings, state } as const;
}

function readNumber(text: string): number {
  const [, digits] = /^[PD]?(\d{1,6})$/i.exec(text) ?? [];
  if (digits === undefined) throw new BadInput(`${JSON.stringify(text.slice(0, 40))} is no number of a paper; give it as --watch 2300`);
  return Number(digits);
}

/** The papers with their dates to the letter, since the original reads them in its own way. */
function asServed(papers: readonly KnownPaper[], index: string): KnownPaper[] {
  const entries = JSON.parse(readTextFile(index, "an index.json"));
  return papers.map(({ date: _, ...paper }) => {
    const date = entries[formatPaperId({ prefix: "P", ...paper })]?.date;
    return { ...paper, ...(typeof date === "string" && { date }) };
  });
}

/** Files that were found some time: they count as there from the beginning. */
function readDiscovered(file: string | undefined, now: number): KnownFile[] {
  if (file === undefined) return [];
  const what = "a list of URLs such as https://isocpp.org/files/papers/D2300R11.pdf, one a line";
  const lines = readTextFile(file, what).split(/\r?\n/);
  return lines
    .filter((line) => line.trim() !== "")
    .map((line) => {
      const read = readFileName(line.trim());
      if (!read) throw new BadInput(`${file} holds ${JSON.stringify(line.slice(0, 80))}; give ${what}`);
      return { ...read, foundAt: now, baseline: true };
    });
}
