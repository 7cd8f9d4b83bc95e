import { dirname, resolve } from "node:path";
import type { Plugin } from "vite";

const ROOT = resolve(import.meta.dirname, "../..");
/** Who starts a thread, and the script of it that lies beside. */
const THREADS = [
  { client: "components/search/search-client.ts", script: "search-worker.ts", name: "search-thread" },
  { client: "components/library/changes/use-comparison.ts", script: "compare-worker.ts", name: "compare-thread" },
  { client: "components/library/search/texts/use-text-hits.ts", script: "texts-worker.ts", name: "texts-thread" },
].map((thread) => ({
  ...thread,
  file: resolve(ROOT, dirname(thread.client), thread.script),
  asWritten: `new URL("./${thread.script}", import.meta.url)`,
  placeholder: `__${thread.name}__`,
}));

/**
 * In a build a page's threads take their code from the files that the pages load too. Vite alone would give each a copy of
 * all of it: the search's, with Dexie, is as much again as the popup.
 */
export function sharedThread(): Plugin {
  const shared = new Set<string>();
  return {
    name: "shared-thread",
    apply: "build",
    enforce: "pre",
    transform(code, id) {
      const thread = THREADS.find(({ client }) => id.endsWith(client));
      if (!thread) return undefined;
      const { client, file, name, asWritten, placeholder } = thread;
      if (!code.includes(asWritten)) throw new Error(`${client} does not start its thread as ${asWritten}`);
      if (!shared.has(name)) this.emitFile({ type: "chunk", id: file, name });
      shared.add(name);
      return code.replace(asWritten, JSON.stringify(placeholder));
    },
    generateBundle(_, bundle) {
      const chunks = Object.values(bundle).filter((file) => file.type === "chunk");
      for (const { file, placeholder } of THREADS) {
        const thread = chunks.find(({ facadeModuleId }) => facadeModuleId === file);
        for (const chunk of chunks) if (thread) chunk.code = chunk.code.replace(placeholder, `/${thread.fileName}`);
      }
    },
  };
}
