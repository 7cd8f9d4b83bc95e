import { resolve } from "node:path";
import type { Plugin } from "vite";

const CLIENT = "components/search/search-client.ts";
const THREAD = resolve(import.meta.dirname, "../../components/search/search-worker.ts");
const AS_WRITTEN = 'new URL("./search-worker.ts", import.meta.url)';
const PLACEHOLDER = "__search_thread__";

/**
 * In a build the search's thread takes its code from the files that the pages load too. Vite alone would give it a copy
 * of all of it, Dexie included: as much again as the popup.
 */
export function sharedThread(): Plugin {
  let isShared = false;
  return {
    name: "shared-thread",
    apply: "build",
    enforce: "pre",
    transform(code, id) {
      if (!id.endsWith(CLIENT)) return undefined;
      if (!code.includes(AS_WRITTEN)) throw new Error(`${CLIENT} does not start its thread as ${AS_WRITTEN}`);
      if (!isShared) this.emitFile({ type: "chunk", id: THREAD, name: "search-thread" });
      isShared = true;
      return code.replace(AS_WRITTEN, JSON.stringify(PLACEHOLDER));
    },
    generateBundle(_, bundle) {
      const chunks = Object.values(bundle).filter((file) => file.type === "chunk");
      const thread = chunks.find(({ facadeModuleId }) => facadeModuleId === THREAD);
      for (const chunk of chunks) if (thread) chunk.code = chunk.code.replace(PLACEHOLDER, `/${thread.fileName}`);
    },
  };
}
