import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { archive, unpack } from "../../../scripts/package/archive.ts";
import { differences } from "../../../scripts/package/differences.ts";
import { readFiles } from "../../../scripts/package/read-files.ts";
import { rebuild } from "../../../scripts/package/rebuild.ts";
import { sourceFiles } from "../../../scripts/package/source-files.ts";
import { buildOf } from "../browsers/launch-extension.ts";
import { BROWSERS } from "../browsers/with-extension.ts";
import { lendModules } from "./lend-modules.ts";

const ROOT = join(import.meta.dirname, "../../..");

// What npm ci would install there is lent to it, for it takes minutes and the network; `npm run package -- --rebuild` does install it.
it("a reviewer makes the same packages of the source archive, to the byte", async () => {
  const folder = await mkdtemp(join(tmpdir(), "paperscout-rebuild-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const source = archive(sourceFiles(ROOT));
  const rebuilt = await rebuild(source, folder, () => lendModules(join(ROOT, "node_modules"), join(folder, "node_modules")));
  for (const browser of BROWSERS) expect(differences(unpack(rebuilt[browser]), readFiles(buildOf(browser))), browser).toEqual([]);
  expect(Buffer.from(rebuilt.source).equals(source)).toBe(true);
});
