import { existsSync } from "node:fs";
import { join } from "node:path";

const REPOSITORY = join(import.meta.dirname, "..");
const said = new Set<string>();

/** The path of a file or folder of the real WG21 data, which is no part of the project; undefined where it is not at hand. */
export function sharedData(name: string): string | undefined {
  const path = join(process.env.PAPERSCOUT_DATA ?? join(REPOSITORY, "../shared/data"), name);
  return existsSync(path) ? path : undefined;
}

/** The path of a file of the project's own sample: "index.json" or "next-index.json". */
export function sampleData(name: string): string {
  return join(REPOSITORY, "test/sample", name);
}

/** The path of the real file, or of the sample where it is not at hand, which is said. */
export function sharedDataOr(sample: string, name: string): string {
  const path = sharedData(name);
  if (path) return path;
  saySampleStandsIn(name);
  return sampleData(sample);
}

/** [name, path] of the indexes of these names that are at hand; the sample's always are, the real ones' absence is said. */
export function indexesAtHand(names: string[]): [name: string, path: string][] {
  return names.flatMap((name) => {
    const path = existsSync(sampleData(name)) ? sampleData(name) : sharedData(name);
    if (!path) saySampleStandsIn(name);
    return path ? [[name, path]] : [];
  });
}

/** Says on the console, once a process and file, that a test runs on the sample only. */
export function saySampleStandsIn(name: string): void {
  if (!said.has(name)) console.warn(`no ${name} in PAPERSCOUT_DATA or ../shared/data: the sample in test/sample stands in for it`);
  said.add(name);
}
