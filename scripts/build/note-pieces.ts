import { mkdirSync, writeFileSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { gzipSync } from "node:zlib";
import type { Plugin } from "vite";
import type { NotedModule } from "../figures/pieces.ts";

const ROOT = resolve(import.meta.dirname, "../..");
const FOLDER = join(ROOT, ".output/pieces");

/** Notes what each file of a build is made of, beside the build and not in it: `npm run figures -- --pieces` tells. */
export function notePieces(browser: string): Plugin {
  return {
    name: "note-pieces",
    apply: "build",
    generateBundle(_, bundle) {
      const folder = join(FOLDER, browser);
      mkdirSync(folder, { recursive: true });
      for (const file of Object.values(bundle)) {
        if (file.type !== "chunk") continue;
        const modules = Object.entries(file.modules).map(
          ([id, { code }]): NotedModule => ({ id: relative(ROOT, id.replace(/^\0|\?.*$/g, "")), bytes: gzipSync(code ?? "").length }),
        );
        writeFileSync(join(folder, `${file.fileName.replaceAll("/", "_")}.json`), JSON.stringify(modules));
      }
    },
  };
}
