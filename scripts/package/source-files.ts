import type { Files } from "./archive.ts";
import { readFiles } from "./read-files.ts";

/** What the builds and their archives are made of, and what a person needs to make them; no tests. */
const SOURCES = [
  ".npmrc",
  "package.json",
  "package-lock.json",
  "tsconfig.json",
  "wxt.config.ts",
  "LICENSE",
  "README.md",
  "CHANGELOG.md",
  "docs/release.md",
  "{components,entrypoints,lib,public}/**/*",
  "scripts/package.ts",
  "scripts/{build,package,running}/**/*",
];

/** The files of the source archive, read from the project's folder or from where that archive was unpacked: the same, then. */
export function sourceFiles(root: string): Files {
  return Object.fromEntries(Object.entries(readFiles(root, SOURCES)).filter(([path]) => !/\.test(?:-d)?\.tsx?$/.test(path)));
}
