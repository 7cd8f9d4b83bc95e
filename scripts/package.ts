import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { parseArgs } from "node:util";
import { archive, type Files, unpack } from "./package/archive.ts";
import { differences, sha256 } from "./package/differences.ts";
import { PACKAGES, type Package, packagesIn } from "./package/package-names.ts";
import { readFiles } from "./package/read-files.ts";
import { npmIn, rebuild } from "./package/rebuild.ts";
import { sourceFiles } from "./package/source-files.ts";
import { ROOT, runNpm } from "./running/run-logged.mjs";

const USAGE = `npm run package -- [--rebuild]

Builds PaperScout for both browsers and writes to .output/packages what the stores take: an archive for each, and that of the sources,
from which anybody makes the same three, to the byte. Says the size and SHA-256 of each.

  --rebuild  then unpacks the sources in an empty folder, installs there with npm ci, packages, and says what differs (nothing may)
  --help     this text`;

process.exitCode = await main(process.argv.slice(2));

async function main(args: string[]): Promise<number> {
  const flag = { type: "boolean", default: false } as const;
  let asked: { rebuild: boolean; help: boolean };
  try {
    asked = parseArgs({ args, options: { rebuild: flag, help: flag } }).values;
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    console.error(`package: ${error.message.split("\n", 1)[0]}`);
    return 2;
  }
  if (asked.help) {
    console.log(USAGE);
    return 0;
  }
  for (const browser of ["chrome", "firefox"]) {
    // Whatever this is run by: in another mode JSX is built for developers, with the paths of this machine in it.
    const { ok, tail } = await runNpm(`package-${browser}`, ["exec", "--no", "--", "wxt", "build", "-b", browser], { env: { NODE_ENV: "production" } });
    if (!ok) {
      console.error(`The build for ${browser} failed:\n${tail}`);
      return 1;
    }
  }
  const contents: Record<Package, Files> = {
    chrome: readFiles(join(ROOT, ".output/chrome-mv3")),
    firefox: readFiles(join(ROOT, ".output/firefox-mv3")),
    source: sourceFiles(ROOT),
  };
  const packages = packagesIn(ROOT);
  for (const name of PACKAGES) {
    const bytes = archive(contents[name]);
    mkdirSync(dirname(packages[name]), { recursive: true });
    writeFileSync(packages[name], bytes);
    console.log(`${basename(packages[name]).padEnd(34)} ${String(bytes.length).padStart(9)} bytes  sha256 ${sha256(bytes)}`);
  }
  sayUncommitted();
  return asked.rebuild ? await compareWithRebuild(contents) : 0;
}

/** What nobody else has cannot be what a version consists of. In a folder that is no repository there is nothing to say. */
function sayUncommitted(): void {
  const { status, stdout } = spawnSync("git", ["status", "--porcelain"], { cwd: ROOT, encoding: "utf8" });
  if (status === 0 && stdout !== "") console.log(`Not committed, so this is no version to hand in:\n${stdout.trimEnd()}`);
}

async function compareWithRebuild(contents: Record<Package, Files>): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), "paperscout-rebuild-"));
  try {
    const rebuilt = await rebuild(archive(contents.source), folder, () => npmIn(folder, "ci"));
    const different = PACKAGES.flatMap((name) => differences(contents[name], unpack(rebuilt[name])).map((path) => `${name}: ${path}`));
    console.log(
      different.length > 0 ? `Built anew from the sources these differ:\n${different.join("\n")}` : "Built anew from the sources: the same, to the byte.",
    );
    return different.length > 0 ? 1 : 0;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
