import { spawnSync } from "node:child_process";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const FOLDER = resolve(dirname(fileURLToPath(import.meta.url)), "../test/bench");
const NAMES = ["probe", "first-page", "freshness", "index", "kill", "mutants", "swarm", "ui", "work"];
const [name = "", ...options] = process.argv.slice(2);

if (!NAMES.includes(name)) {
  console.error(`Say which bench to run: npm run bench -- NAME [--json], where NAME is one of ${NAMES.join(", ")}.`);
  process.exit(2);
}
process.exit(spawnSync(process.execPath, [join(FOLDER, `${name}.ts`), ...options], { stdio: "inherit" }).status ?? 1);
