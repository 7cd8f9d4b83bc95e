import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Workshop } from "./workshop.ts";

/** What one file of tests reached when nothing was changed. */
export interface Reached {
  /** Of all that it imports: what was found is found again only for the same. */
  digest: string;
  functions: string[];
  ms: number;
  /** The test that failed although nothing was changed. */
  failed?: string;
}

const SLOWEST_MS = 120_000;

/** Digests, for each test, of the files that it loads. */
export function digestsOf(root: string, imports: Map<string, Set<string>>): Map<string, string> {
  const texts = new Map<string, string>();
  const digestOf = (file: string) => {
    const known =
      texts.get(file) ??
      createHash("sha256")
        .update(readFileSync(join(root, file)))
        .digest("base64");
    texts.set(file, known);
    return known;
  };
  return new Map(
    [...imports].map(([test, files]) => [
      test,
      createHash("sha256")
        .update([...files].sort().map(digestOf).join())
        .digest("base64"),
    ]),
  );
}

/** What each of the tests reaches: remembered in `.output` from the last time, found out for those that have changed. */
export async function findReached(
  root: string,
  digests: Map<string, string>,
  workshops: Workshop[],
  say: (text: string) => void,
): Promise<Map<string, Reached>> {
  const memory = join(root, ".output/mutants/reached.json");
  const remembered = new Map(Object.entries(readMemory(memory)));
  const todo = [...digests].filter(([test, digest]) => remembered.get(test)?.digest !== digest);
  const total = todo.length;
  await Promise.all(
    workshops.map(async (workshop) => {
      for (let next = todo.shift(); next; next = todo.shift()) {
        const [test, digest] = next;
        const { reached, ms, failed } = await workshop.run(test, SLOWEST_MS);
        remembered.set(test, { digest, functions: reached, ms, ...(failed !== undefined && { failed }) });
        remember(memory, remembered);
        say(`${total - todo.length} of ${total} files of tests looked at: ${test}${failed ? `, which fails: ${failed}` : ""}`);
      }
    }),
  );
  return new Map([...remembered].filter(([test]) => digests.has(test)));
}

function remember(path: string, all: Map<string, Reached>): void {
  mkdirSync(dirname(path), { recursive: true });
  // Failing may have been an accident.
  writeFileSync(path, JSON.stringify(Object.fromEntries([...all].filter(([, { failed }]) => failed === undefined))));
}

function readMemory(path: string): Record<string, Reached> {
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch (error) {
    if (error instanceof SyntaxError || (error as NodeJS.ErrnoException).code === "ENOENT") return {};
    throw error;
  }
}
