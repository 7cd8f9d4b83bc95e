import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { grouped } from "./describe-figures.ts";
import { NotBuilt } from "./measure-figures.ts";
import { pageBytes } from "./page-bytes.ts";
import { type NotedModule, piecesOf } from "./pieces.ts";

/** What an entry of Chrome's build is made of, a line for each package and room. Throws NotBuilt where that was not noted. */
export function showPieces(root: string, entry: string): string {
  const build = join(root, ".output/chrome-mv3");
  const path = ["js", "html"].map((ending) => `${entry}.${ending}`).find((path) => existsSync(join(build, path)));
  if (!path) throw new NotBuilt(`There is no ${entry} in the build for chrome: npm run build makes it.`);
  const { files, bytes } = pageBytes(build, path).all;
  const scripts = files.filter((file) => file.endsWith(".js"));
  const pieces = piecesOf(
    scripts.flatMap((file) => notedOf(root, file)),
    bytes,
  );
  const lines = pieces.map(({ name, bytes, modules }) => `${grouped(bytes).padStart(8)}  ${name}${modules > 1 ? ` (${modules} files)` : ""}`);
  return [...lines, `${grouped(bytes).padStart(8)}  ${entry} in all, gzipped; the parts are estimates`].join("\n");
}

function notedOf(root: string, file: string): NotedModule[] {
  const noted = join(root, ".output/pieces/chrome", `${file.replaceAll("/", "_")}.json`);
  if (!existsSync(noted)) throw new NotBuilt(`What ${file} is made of was not noted: npm run build does.`);
  return JSON.parse(readFileSync(noted, "utf8"));
}
