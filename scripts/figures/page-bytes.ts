import { readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { gzipSync } from "node:zlib";

/** Files of a build, and their bytes, each file gzipped by itself. Paths are within the folder. */
interface Weight {
  files: string[];
  bytes: number;
}

export interface PageBytes {
  /** What must be loaded before the page or worker works. */
  first: Weight;
  /** That, what it may load later on, and the workers that it may start. */
  all: Weight;
}

/** Follows scripts, style sheets and imports from an HTML page or a script of a build. */
export function pageBytes(folder: string, entry: string): PageBytes {
  return { first: follow(folder, entry, neededBy), all: follow(folder, entry, (file, text) => [...neededBy(file, text), ...laterFrom(file, text)]) };
}

function follow(folder: string, entry: string, next: (file: string, text: string) => string[]): Weight {
  const files = new Set<string>();
  const todo = [entry];
  for (let file = todo.pop(); file !== undefined; file = todo.pop()) {
    if (files.has(file)) continue;
    files.add(file);
    todo.push(...next(file, readFileSync(join(folder, file), "utf8")));
  }
  const bytes = [...files].reduce((sum, file) => sum + gzipSync(readFileSync(join(folder, file))).length, 0);
  return { files: [...files].sort(), bytes };
}

function neededBy(file: string, text: string): string[] {
  if (file.endsWith(".html")) return paths(file, text.matchAll(/<(?:script|link)\b[^>]*?(?:src|href)="(\/[^"]+\.(?:js|css))"/g));
  // As the bundler writes them: import"./a.js"; import{b}from"./c.js"; export{d}from"./e.js".
  return file.endsWith(".js") ? paths(file, text.matchAll(/(?:\bfrom|\bimport)\s*["'`](\.{1,2}\/[^"'`]+\.js)["'`]/g)) : [];
}

/** import("./a.js"), the style sheets that come with it, new Worker("/chunks/b.js") and new Worker(new URL("/assets/c.js", …)). */
function laterFrom(file: string, text: string): string[] {
  if (!file.endsWith(".js")) return [];
  return [
    ...paths(file, text.matchAll(/\bimport\(\s*["'`](\.{0,2}\/[^"'`]+\.js)["'`]/g)),
    ...paths(file, text.matchAll(/["'`](\/?assets\/[^"'`]+\.css)["'`]/g), true),
    ...paths(file, text.matchAll(/\bnew Worker\(\s*(?:new URL\(\s*(?:\/\*.*?\*\/\s*)?)?["'`]([^"'`]+\.js)["'`]/g)),
  ];
}

function paths(file: string, found: Iterable<RegExpMatchArray>, fromRoot = false): string[] {
  return [...found].map(([, path = ""]) => normalize(path.startsWith("/") ? path.slice(1) : fromRoot ? path : join(dirname(file), path)));
}
