import { globSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import type { Files } from "./archive.ts";

/** The files below a folder that one of these patterns names. */
export function readFiles(folder: string, patterns: readonly string[] = ["**/*"]): Files {
  const paths = globSync(patterns, { cwd: folder }).filter((path) => statSync(join(folder, path)).isFile());
  return Object.fromEntries(paths.map((path) => [path.replaceAll("\\", "/"), readFileSync(join(folder, path))]));
}
