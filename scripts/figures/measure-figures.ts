import { existsSync, globSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { median } from "../../test/bench/report.ts";
import { countCodeLines, countLines } from "./count-lines.ts";
import type { Figure } from "./judge-figures.ts";
import { type PageBytes, pageBytes } from "./page-bytes.ts";

/**
 * Builds are the same to the byte on every run and in every folder; zlib is not the same on every processor and in every
 * Node: another one differed by a quarter of a percent.
 */
const GZIP_TOLERANCE = 0.003;

/** What a person who asked for figures must do first; the message says what. */
export class NotBuilt extends Error {}

/** Measures the builds and sources in the project's folder. Throws NotBuilt where a build is not there. */
export function measureFigures(root: string): Figure[] {
  const chrome = buildIn(root, "chrome");
  const firefox = buildIn(root, "firefox");
  const background = pageBytes(chrome, "background.js");
  const lengths = sourcesIn(root, "{lib,components,entrypoints,scripts}").map((file) => countLines(readFileSync(file, "utf8")));
  return [
    gzipped("background", background, "first"),
    ...["popup", "library", "options"].flatMap((name) => {
      const bytes = pageBytes(chrome, `${name}.html`);
      return [gzipped(`${name}-at-first`, bytes, "first"), gzipped(`${name}-in-all`, bytes, "all")];
    }),
    { name: "files-loaded-per-wake", value: background.first.files.length },
    { name: "chrome-unpacked-bytes", value: bytesIn(chrome) },
    { name: "firefox-unpacked-bytes", value: bytesIn(firefox) },
    { name: "lib-work-lines-of-code", value: sum(sourcesIn(root, "lib/work").map((file) => countCodeLines(file, readFileSync(file, "utf8")))) },
    { name: "longest-file-lines", value: Math.max(...lengths) },
    { name: "median-file-lines", value: median(lengths) },
  ];
}

function gzipped(name: string, bytes: PageBytes, what: keyof PageBytes): Figure {
  return { name: `${name}-gzipped-bytes`, value: bytes[what].bytes, tolerance: GZIP_TOLERANCE };
}

function buildIn(root: string, browser: string): string {
  const folder = join(root, `.output/${browser}-mv3`);
  if (!existsSync(join(folder, "manifest.json"))) throw new NotBuilt(`There is no build for ${browser}: npm run build makes both.`);
  return folder;
}

function bytesIn(folder: string): number {
  return sum(
    globSync("**/*", { cwd: folder })
      .map((path) => statSync(join(folder, path)))
      .map((file) => (file.isFile() ? file.size : 0)),
  );
}

/** Style sheets are left out: what is held short is code. */
function sourcesIn(root: string, folders: string): string[] {
  const files = globSync(`${folders}/**/*.{ts,tsx,mjs}`, { cwd: root }).filter((path) => !/\.test(?:-d)?\.\w+$/.test(path));
  return files.map((path) => join(root, path));
}

function sum(values: number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
