import { spawnSync } from "node:child_process";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const FOLDER = resolve(dirname(fileURLToPath(import.meta.url)), "../test/bench");
const NAMES = [
  "awake",
  "changes",
  "copy",
  "first-page",
  "freshness",
  "fuzz",
  "index",
  "kill",
  "mutants",
  "names",
  "probe",
  "scout",
  "swarm",
  "trouble",
  "ui",
  "work",
];
const [name = "", ...options] = process.argv.slice(2);

if (!NAMES.includes(name)) {
  console.error(`Say which bench to run: npm run bench -- NAME [--json] [--against COMMIT], where NAME is one of ${NAMES.join(", ")}.`);
  process.exit(2);
}
const isComparison = options.some((option) => /^--against(?:=|$)/.test(option));
const command = isComparison ? [join(FOLDER, "against.ts"), name] : [join(FOLDER, `${name}.ts`)];
process.exit(spawnSync(process.execPath, [...command, ...options], { stdio: "inherit" }).status ?? 1);
