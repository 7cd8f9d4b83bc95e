import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import type { BrowserName } from "./extension.ts";
import { buildOf } from "./launch-extension.ts";

/** A copy of the production build that a browser takes for an extension it has never seen: Chrome names it by its folder, Firefox by its manifest. */
export async function copyBuild(browserName: BrowserName): Promise<{ folder: string; remove(): Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), "paperscout-"));
  await cp(buildOf(browserName), folder, { recursive: true });
  if (browserName === "firefox") {
    const path = join(folder, "manifest.json");
    const manifest = JSON.parse(await readFile(path, "utf8"));
    manifest.browser_specific_settings.gecko.id = `${basename(folder)}@paperscout.invalid`;
    await writeFile(path, JSON.stringify(manifest));
  }
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) };
}
