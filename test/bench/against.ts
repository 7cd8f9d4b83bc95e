import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { BadInput } from "./against/bad-input.ts";
import { ALPHA, type Compared, compare, order } from "./against/compare.ts";
import { type Figures, figuresOf } from "./against/figures.ts";
import { BENCHES, type Request, readRequest } from "./against/read-request.ts";
import { buildIn, commitOf, isDirty, layOutCommit, layOutDependencies, layOutToday } from "./against/side.ts";

// Whether a bench's figures are better or worse than those of another commit, or cannot be told apart.
// npm run bench -- NAME [its options] --against COMMIT [--times N] [--json]

const ROOT = resolve(import.meta.dirname, "../..");
const DATA = resolve(ROOT, "../shared/data");

interface Side {
  /** The bench, and what is said to it. */
  command: string[];
  runs: Figures[];
}

let folder: string | undefined;
process.on("exit", () => folder && rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));
process.on("SIGINT", () => process.exit(130)).on("SIGTERM", () => process.exit(143));
try {
  run(readRequest(process.argv.slice(2)));
} catch (error) {
  if (!(error instanceof BadInput)) throw error;
  console.error(error.message);
  process.exitCode = 2;
}

function run(request: Request): void {
  const commit = commitOf(ROOT, request.commit);
  if (isDirty(ROOT)) console.error("Today's code has changes that are in no commit; they are measured with it.");
  folder = mkdtempSync(join(tmpdir(), "paperscout-against-"));
  const sides = { before: prepare(request, join(folder, "before"), commit), now: prepare(request, join(folder, "now")) };
  for (const [done, name] of order(request.runs).entries()) {
    console.error(`run ${done + 1} of ${request.runs * 2}: ${name === "before" ? request.commit : "today"}`);
    sides[name].runs.push(runOnce(sides[name], name === "before" ? request.commit : "today's code"));
  }
  // The first of each warms what is warm from then on.
  report(request, commit, compare(sides.before.runs.slice(1), sides.now.runs.slice(1)));
}

/** Lays out one side, today's without a commit, and says how its bench is run. */
function prepare({ bench, options, commit: name }: Request, place: string, commit?: string): Side {
  if (commit) layOutCommit(ROOT, commit, place);
  else layOutToday(ROOT, place);
  if (!existsSync(join(place, "package-lock.json"))) throw new BadInput(`${name} has no package-lock.json: what it was made with is not known.`);
  const own = join(place, `test/bench/${bench}.ts`);
  const isOnBuild = BENCHES[bench] === "build";
  if (!isOnBuild && !existsSync(own)) throw new BadInput(`There was no bench ${bench} in ${name} yet.`);
  layOutDependencies(ROOT, place);
  if (!isOnBuild) return { command: [own, ...options, "--json"], runs: [] };
  console.error(`Building ${commit ? name : "today's code"} …`);
  return { command: [join(ROOT, `test/bench/${bench}.ts`), ...options, "--build", buildIn(place), "--json"], runs: [] };
}

function runOnce({ command }: Side, name: string): Figures {
  const env = { ...process.env, ...(!process.env.PAPERSCOUT_DATA && existsSync(DATA) && { PAPERSCOUT_DATA: DATA }) };
  const { stdout, stderr, status } = spawnSync(process.execPath, command, { encoding: "utf8", env, maxBuffer: 2 ** 28 });
  // 1 says that an aim was missed, which does not matter here.
  if (status !== 0 && !(status === 1 && stdout.trimStart().startsWith("{"))) throw new BadInput(`The bench did not run on ${name}:\n${stderr || stdout}`);
  return figuresOf(JSON.parse(stdout));
}

function report({ bench, commit: name, runs, json, options }: Request, commit: string, compared: Compared[]): void {
  const measured = runs - 1;
  if (json) {
    console.log(JSON.stringify({ name: bench, options, against: commit, runs: measured, alpha: ALPHA, compared }, null, 2));
    return;
  }
  console.log(`${[bench, ...options].join(" ")}, today against ${name} (${commit.slice(0, 7)}), medians of ${measured} runs each after one to warm up`);
  console.table(
    compared.map(({ figure, before, now, ratio, p, verdict }) => ({
      figure,
      before: rounded(before),
      now: rounded(now),
      "now / before": ratio === undefined ? "" : rounded(ratio),
      p: Number(p.toPrecision(2)),
      verdict,
    })),
  );
  console.log(`By Mann-Whitney, two-sided, at ${ALPHA}: of figures that did not change one in ${1 / ALPHA} looks as if it had.`);
}

function rounded(value: number): number {
  return Number(value.toPrecision(3));
}
