import { globSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { parseSync } from "vite";

const ROOT = resolve(import.meta.dirname, "../..");

/** A node of the syntax tree, as ESTree names it. */
export interface Node {
  type: string;
  start: number;
  [part: string]: unknown;
}

export interface Source {
  /** "components/icon.tsx". */
  path: string;
  text: string;
}

/** The files of the product under these patterns ("components/**\/*.tsx"), tests left out, sorted by path. */
export function readSources(...patterns: string[]): Source[] {
  const paths = globSync(patterns, { cwd: ROOT }).filter((path) => !/\.test(-d)?\.tsx?$/.test(path));
  return paths.sort().map((path) => ({ path, text: readFileSync(resolve(ROOT, path), "utf8") }));
}

/** The syntax tree of TypeScript or TSX; throws where it is none. */
export function parseCode({ path, text }: Source): Node {
  const { program, errors } = parseSync(path, text);
  if (errors.length > 0) throw new Error(`${path}: ${errors.map(({ message }) => message).join("; ")}`);
  return program as unknown as Node;
}

/** Calls `visit` with each node and with those that it stands in, the outermost first. */
export function walk(node: Node, visit: (node: Node, within: Node[]) => void, within: Node[] = []): void {
  visit(node, within);
  const inner = [...within, node];
  for (const part of Object.values(node)) for (const child of [part].flat()) if (isNode(child)) walk(child, visit, inner);
}

export function isNode(value: unknown): value is Node {
  return typeof value === "object" && value !== null && typeof (value as Node).type === "string";
}

/** The text of a string literal, or of a template in which each value is written as `hole`; undefined for anything else. */
export function literalText(node: Node, hole: string): string | undefined {
  if (node.type === "Literal") return typeof node.value === "string" ? node.value : undefined;
  if (node.type === "TemplateLiteral") return (node.quasis as { value: { raw: string } }[]).map(({ value }) => value.raw).join(hole);
  return undefined;
}

/** "components/icon.tsx:12". */
export function placeOf({ path, text }: Source, { start }: Node): string {
  return `${path}:${text.slice(0, start).split("\n").length}`;
}
