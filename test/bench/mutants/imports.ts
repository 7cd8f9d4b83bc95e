import { existsSync, globSync, readFileSync } from "node:fs";
import { dirname, join, posix } from "node:path";
import { parseSync } from "vite";

/** For each of the files, below `root`, the files that it loads, itself among them, in whatever many steps. */
export function importsOf(root: string, files: string[]): Map<string, Set<string>> {
  const direct = new Map<string, string[]>();
  const directOf = (file: string) => {
    const known = direct.get(file) ?? importedBy(root, file);
    direct.set(file, known);
    return known;
  };
  return new Map(files.map((file) => [file, reach(file, directOf)]));
}

/** The unit tests below `root`, by the patterns of its Vitest. */
export function testFiles(root: string, include: string[], exclude: string[]): string[] {
  return globSync(include, { cwd: root, exclude: [...exclude, "node_modules/**"] })
    .map((path) => path.replaceAll("\\", "/"))
    .sort();
}

function reach(file: string, directOf: (file: string) => string[]): Set<string> {
  const reached = new Set<string>();
  const todo = [file];
  for (let next = todo.pop(); next !== undefined; next = todo.pop()) {
    if (reached.has(next)) continue;
    reached.add(next);
    todo.push(...directOf(next));
  }
  return reached;
}

function importedBy(root: string, file: string): string[] {
  if (!/\.(ts|tsx|mjs)$/.test(file)) return [];
  const text = readFileSync(join(root, file), "utf8");
  const { module } = parseSync(file, text);
  const names = [
    ...module.staticImports.map(({ moduleRequest }) => moduleRequest.value),
    ...module.staticExports.flatMap(({ entries }) => entries.flatMap(({ moduleRequest }) => moduleRequest?.value ?? [])),
    ...module.dynamicImports.map(({ moduleRequest: { start, end } }) => text.slice(start + 1, end - 1)),
  ];
  return names
    .filter((name) => name.startsWith("."))
    .map((name) => posix.join(dirname(file), name.replace(/\?.*/, "")))
    .filter((path) => existsSync(join(root, path)));
}
