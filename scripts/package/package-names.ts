import { readFileSync } from "node:fs";
import { join } from "node:path";

export const PACKAGES = ["chrome", "firefox", "source"] as const;
export type Package = (typeof PACKAGES)[number];

/** The version of what lies in that folder. Nothing but package.json says it. */
export function versionOf(root: string): string {
  return JSON.parse(readFileSync(join(root, "package.json"), "utf8")).version;
}

/** Where the archives are written. */
export function packagesIn(root: string): Record<Package, string> {
  const path = (name: Package) => join(root, ".output/packages", `paperscout-${versionOf(root)}-${name}.zip`);
  return { chrome: path("chrome"), firefox: path("firefox"), source: path("source") };
}
