import { writeFileSync } from "node:fs";
import { runCases } from "./fuzz/run-cases.ts";
import { KINDS, kindOf, spoil } from "./fuzz/spoil.ts";
import { readOptions, refuse } from "./options.ts";
import { printReport } from "./report.ts";

// What the readers of the product make of spoilt inputs: every one ends in a named outcome, soon, within its limits and its memory.

const USAGE = `npm run bench -- fuzz --seed N [--count 10000] [--only KIND] [--index I [--save FILE]] [--json]

  --only   one of ${KINDS.join(", ")}
  --index  that case alone, once more; --save writes its input

Inputs are cut, doubled, spliced, their bits turned, their parts shuffled, by numbers that the seed gives.`;
const SLOW_MS = 1_000;

const values = readOptions(USAGE, {
  seed: { type: "string", default: "1" },
  count: { type: "string", default: "10000" },
  only: { type: "string" },
  index: { type: "string" },
  save: { type: "string" },
});
const [seed, count, index] = [values.seed, values.count, values.index ?? "0"].map(Number) as [number, number, number];
if (![seed, count, index].every((number) => Number.isSafeInteger(number) && number >= 0)) refuse("--seed, --count and --index are numbers from 0 on.", USAGE);
if (values.only !== undefined && !KINDS.includes(values.only)) refuse(`There is no kind ${values.only}.`, USAGE);
process.exitCode = await run();

async function run(): Promise<0 | 1> {
  const outcomes: Record<string, Record<string, number>> = {};
  const faults: { kind: string; index: number; changes: string; fault: string }[] = [];
  let strays = 0;
  let longest = 0;
  for await (const { index, outcome, fault, cpuMs, strays: its } of runCases(seed, indexes())) {
    const kind = kindOf(index);
    const isFirst = outcomes[kind] === undefined;
    const said = fault ?? (cpuMs > SLOW_MS && !isFirst ? `slow: ${Math.round(cpuMs)} ms` : undefined);
    if (said !== undefined) faults.push({ kind, index, changes: spoil(seed, index).changes.join(", "), fault: said });
    if (!isFirst) longest = Math.max(longest, cpuMs);
    strays += its > 0 ? 1 : 0;
    const of = outcomes[kind] ?? {};
    outcomes[kind] = of;
    const name = said === undefined ? (outcome ?? "none") : "FAULT";
    of[name] = (of[name] ?? 0) + 1;
  }
  if (values.save && values.index) writeFileSync(values.save, spoil(seed, index).bytes);
  if (!values.json) for (const [kind, of] of Object.entries(outcomes)) console.table({ [kind]: of });
  for (const { kind, index, changes, fault } of values.json ? [] : faults)
    console.log(`${kind}, ${changes}: ${fault}\n  again: npm run bench -- fuzz --seed ${seed} --index ${index}`);
  return printReport(
    {
      name: "fuzz",
      targets: [{ name: "inputs that crash a reader, hang it, or break a limit", value: faults.length, unit: "", limit: 0 }],
      details: {
        seed,
        inputs: Object.values(outcomes)
          .flatMap(Object.values)
          .reduce((sum: number, one: number) => sum + one, 0),
        "longest time (ms of processor)": Math.round(longest),
        "with a rejection that nobody awaited": strays,
        ...(values.json && { outcomes, faults }),
      },
    },
    values.json,
  );
}

function* indexes(): Generator<number> {
  if (values.index !== undefined) return yield index;
  for (let at = 0, done = 0; done < count; at++) {
    if (values.only !== undefined && kindOf(at) !== values.only) continue;
    done++;
    yield at;
  }
}
