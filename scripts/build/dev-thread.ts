import type { Plugin } from "vite";

const CLIENT = "components/search/search-client.ts";
const AS_WRITTEN = 'new URL("./search-worker.ts", import.meta.url)';
const FILE = "search-thread.js";

/** While developing, code comes from a server, whose files no thread of the extension may be. It gets one of the extension's own that loads the server's. */
export function devThread(): Plugin {
  return {
    name: "dev-thread",
    apply: "serve",
    enforce: "pre",
    transform(code, id) {
      return id.split("?", 1)[0]?.endsWith(CLIENT) ? code.replace(AS_WRITTEN, JSON.stringify(`/${FILE}`)) : undefined;
    },
  };
}

/** That file, to be laid beside the pages. `origin`: of the server. */
export function devThreadFile(origin: string): { contents: string; relativeDest: string } {
  return { contents: `import "${origin}/components/search/search-worker.ts?worker_file&type=module";\n`, relativeDest: FILE };
}
