import { globSync, rmSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { build, type Plugin } from "vite";
import { ROOT } from "../running/run-logged.mjs";

const OUTPUT = resolve(ROOT, ".output/built-core");
/** The pure core. PDF.js and its worker are left out: they come built as they are, and need a browser. */
const CORE = globSync(
  [
    "lib/{papers,watch,probe,document,compare,first-page,search,library,sync,terms}/**/*.ts",
    "lib/language/fill-message.ts",
    "lib/notify/{compose-notification,reason-text}.ts",
  ],
  {
    cwd: ROOT,
    exclude: ["**/*.test.ts", "**/*.test-d.ts", "**/*.d.ts", "lib/document/pdf/reader/**"],
  },
).map((path) => resolve(ROOT, path));

/**
 * Lets tests run on the pure core as it is shipped and not as it is written: bundled, minified and aimed at the oldest
 * browsers, by the configuration of our own build. The files of the extension themselves give nothing to a test to call:
 * what is theirs is hidden in a page or a worker, where the browser tests meet it. So the same sources go through the same
 * steps once more, each of them an entry, which keeps its exports and changes nothing else. Node loads the result as it is.
 */
export function builtCore(): Plugin {
  let files: Promise<ReadonlyMap<string, string>> | undefined;
  return {
    name: "built-core",
    enforce: "pre",
    async resolveId(source, importer) {
      if (!importer || !/^\.{1,2}\//.test(source)) return undefined;
      const path = resolve(dirname(importer), source);
      if (!CORE.includes(path)) return undefined;
      files ??= buildCore();
      return (await files).get(path);
    },
    load(id) {
      if (CORE.includes(id)) throw new Error(`${id} is to be tested as it is built, and was loaded as it is written`);
    },
  };
}

/** Gives the built file of each source. */
async function buildCore(): Promise<ReadonlyMap<string, string>> {
  const { default: config } = await import("../../wxt.config.ts");
  const ours = await config.vite?.({ browser: "chrome", command: "build", manifestVersion: 3, mode: "production" });
  rmSync(OUTPUT, { recursive: true, force: true });
  const built = await build({
    ...ours,
    root: ROOT,
    configFile: false,
    publicDir: false,
    logLevel: "warn",
    mode: "production",
    build: {
      ...ours?.build,
      outDir: OUTPUT,
      rolldownOptions: { input: CORE, preserveEntrySignatures: "strict", output: { entryFileNames: "[name]-[hash].js", chunkFileNames: "[name]-[hash].js" } },
    },
  });
  const [bundle] = [built].flat();
  if (!bundle || !("output" in bundle)) throw new Error("the build gave no files");
  return new Map(
    bundle.output.flatMap((file) => (file.type === "chunk" && file.facadeModuleId ? [[file.facadeModuleId, resolve(OUTPUT, file.fileName)] as const] : [])),
  );
}
