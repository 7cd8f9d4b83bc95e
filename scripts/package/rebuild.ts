import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { runNpm } from "../running/run-logged.mjs";
import { type Files, unpack } from "./archive.ts";
import { PACKAGES, type Package, packagesIn } from "./package-names.ts";

/** Does what a reviewer does: unpacks the source archive in an empty folder, installs there what it needs, packages it. Gives the archives; throws with what npm said where that fails. */
export async function rebuild(source: Uint8Array, folder: string, install: () => Promise<void>): Promise<Record<Package, Uint8Array>> {
  await writeFiles(folder, unpack(source));
  await install();
  await npmIn(folder, "run", "package");
  const paths = packagesIn(folder);
  return Object.fromEntries(await Promise.all(PACKAGES.map(async (name) => [name, await readFile(paths[name])]))) as Record<Package, Uint8Array>;
}

/** Runs npm there; throws with what it said last where that fails. */
export async function npmIn(folder: string, ...args: string[]): Promise<void> {
  const { ok, tail } = await runNpm(`rebuild-${args.at(-1)}`, args, { cwd: folder });
  if (!ok) throw new Error(`npm ${args.join(" ")} failed in ${folder}:\n${tail}`);
}

async function writeFiles(folder: string, files: Files): Promise<void> {
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content);
  }
}
