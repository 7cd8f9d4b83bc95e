import { resolve } from "node:path";
import vitestConfig from "../../vitest.config.ts";
import { readSources } from "../languages/read-code.ts";
import { withChange } from "./mutants/changes.ts";
import { EQUIVALENT } from "./mutants/equivalent.ts";
import { functionAt, withNotes } from "./mutants/functions.ts";
import { importsOf, testFiles } from "./mutants/imports.ts";
import { chooseMutants, type Mutant, show } from "./mutants/mutants.ts";
import { createProgress } from "./mutants/progress.ts";
import { digestsOf, findReached } from "./mutants/reached.ts";
import { byFolder, folderOf } from "./mutants/tally.ts";
import { openWorkshop, type Workshop } from "./mutants/workshop.ts";
import { readCount, readOptions, refuse } from "./options.ts";
import { printReport } from "./report.ts";

const USAGE = `npm run bench -- mutants [--count N] [--seed S] [--in FOLDER] [--json]

Makes N small changes of the code (200), one at a time, in a copy of the checkout, and runs the unit tests that reach the changed
function, to the first that fails. What no test notices is printed. A change that makes the tests hang is noticed; what only the
compiler would notice is not. --in: only files whose path begins with that, as in lib/papers. The same seed makes the same changes;
without one it is drawn. --at-once: processes (2).`;

const ROOT = resolve(import.meta.dirname, "../..");
const FOLDERS = ["papers", "watch", "probe", "document", "compare", "first-page", "search", "library", "sync", "terms", "sources", "store", "notify"];
/** They play whole days or prove the engine, for minutes: nothing that only they notice is tested well. */
const LONG_TESTS = ["test/browser/**", "test/work/**", "test/replay/**", "test/bench/**"];
const MOST_UNNOTICED_PERCENT = 10;
const [LEAST_MS, TIMES_AS_LONG] = [15_000, 10];

const values = readOptions(USAGE, {
  count: { type: "string", default: "200" },
  seed: { type: "string", default: String(1 + Math.floor(Math.random() * 2 ** 31)) },
  in: { type: "string", default: "lib" },
  "at-once": { type: "string", default: "2" },
});
const [count, seed, atOnce] = [readCount("count", values.count, USAGE), readCount("seed", values.seed, USAGE), readCount("at-once", values["at-once"], USAGE)];

process.exitCode = await run();

async function run(): Promise<0 | 1> {
  const within = values.in.replace(/\/$/, "");
  const sources = readSources(...FOLDERS.map((folder) => `lib/${folder}/**/*.ts`)).filter(
    ({ path }) => (path === within || path.startsWith(`${within}/`)) && !/\/sample-[^/]*$|\.d\.ts$/.test(path),
  );
  if (sources.length === 0) refuse(`No code to change in ${values.in}: it is looked for in lib/{${FOLDERS.join(",")}}.`, USAGE);
  const mutants = chooseMutants(sources, { count, seed, equivalent: EQUIVALENT });
  const changed = new Set(mutants.map(({ source }) => source.path));
  const imports = importsOf(ROOT, unitTests());
  for (const [test, files] of imports) if (changed.isDisjointFrom(files)) imports.delete(test);

  const say = createProgress(process.stderr);
  const environment = { PAPERSCOUT_DATA: process.env.PAPERSCOUT_DATA ?? resolve(ROOT, "../shared/data") };
  const workshops = Array.from({ length: atOnce }, () => openWorkshop(ROOT, environment));
  const close = () => {
    for (const workshop of workshops.splice(0)) workshop.close();
  };
  process.on("SIGINT", () => process.exit(130)).on("SIGTERM", () => process.exit(143));
  process.on("exit", close);

  for (const source of sources) for (const workshop of workshops) workshop.write(source.path, withNotes(source));
  const reached = await findReached(ROOT, digestsOf(ROOT, imports), workshops, say);
  for (const source of sources) for (const workshop of workshops) workshop.write(source.path, source.text);
  const failing = [...reached].filter(([, { failed }]) => failed !== undefined);
  for (const [test, { failed }] of failing) console.error(`${test} is left out, since it fails as it is: ${failed}`);

  const results: { mutant: Mutant; noticed?: string; tests: number }[] = [];
  const todo = mutants.map((mutant, place) => ({ mutant, place }));
  const begun = performance.now();
  await Promise.all(
    workshops.map(async (workshop) => {
      for (let next = todo.shift(); next; next = todo.shift()) {
        const tests = testsFor(next.mutant);
        const noticed = await noticedBy(workshop, next.mutant, tests);
        results[next.place] = { mutant: next.mutant, tests: tests.length, ...(noticed && { noticed }) };
        if (!noticed) print(next.mutant, tests.length);
        say(`${mutants.length - todo.length} of ${mutants.length} changes tried, ${results.filter((one) => one && !one.noticed).length} not noticed`);
      }
    }),
  );
  say("");
  close();
  const unnoticed = results.filter(({ noticed }) => !noticed);
  const folders = byFolder(results.map(({ mutant, noticed }) => ({ folder: folderOf(mutant.source.path), isNoticed: noticed !== undefined })));
  return printReport(
    {
      name: "mutants",
      targets: [{ name: "small changes that no test notices", value: (100 * unnoticed.length) / results.length, unit: "%", limit: MOST_UNNOTICED_PERCENT }],
      details: {
        seed,
        changes: results.length,
        noticed: results.length - unnoticed.length,
        ...Object.fromEntries(folders.map(({ folder, noticed, all }) => [`noticed in ${folder}`, `${noticed} of ${all}`])),
        "noticed since the tests took too long": results.filter(({ noticed }) => /too long|timed out/i.test(noticed ?? "")).length,
        "that no test reaches": results.filter(({ tests }) => tests === 0).length,
        "types checked": false,
        "seconds per change": Number(((performance.now() - begun) / 1_000 / results.length).toPrecision(3)),
        ...(values.json && { unnoticed: unnoticed.map(({ mutant }) => show(mutant)) }),
      },
    },
    values.json,
  );

  /** Those that reach the changed function: first the file beside it, then the quick ones. */
  function testsFor({ source, change }: Mutant): { test: string; ms: number }[] {
    const name = functionAt(source, change.start);
    const beside = source.path.replace(/\.ts$/, ".");
    return [...reached]
      .filter(([, { functions, failed }]) => failed === undefined && functions.includes(name))
      .map(([test, { ms }]) => ({ test, ms }))
      .sort((a, b) => Number(b.test.startsWith(beside)) - Number(a.test.startsWith(beside)) || a.ms - b.ms);
  }
}

async function noticedBy(workshop: Workshop, { source, change }: Mutant, tests: { test: string; ms: number }[]): Promise<string | undefined> {
  workshop.write(source.path, withChange(source.text, change));
  try {
    for (const { test, ms } of tests) {
      const { failed } = await workshop.run(test, LEAST_MS + TIMES_AS_LONG * ms);
      if (failed !== undefined) return failed;
    }
    return undefined;
  } finally {
    workshop.write(source.path, source.text);
  }
}

function print(mutant: Mutant, tests: number): void {
  if (values.json) return;
  const { file, line, before, after } = show(mutant);
  console.log(`${file}:${line}  (${tests === 0 ? "reached by no test" : `${tests} files of tests`})\n  - ${before}\n  + ${after}`);
}

/** The files of both of Vitest's projects of unit tests: those that replace a module run apart. */
function unitTests(): string[] {
  const projects = vitestConfig.test?.projects as { test: { name: string; include: string[]; exclude?: string[] } }[];
  const units = projects.filter(({ test }) => test.name === "unit" || test.name === "apart");
  if (units.length < 2) throw new Error("vitest.config.ts has no projects named unit and apart");
  return units.flatMap(({ test }) => testFiles(ROOT, test.include, [...(test.exclude ?? []), ...LONG_TESTS]));
}
