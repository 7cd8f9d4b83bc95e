import { mkdir, readdir, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import type { PublishedFile } from "../feed/published/publication.ts";
import { writeWhole } from "./write-whole.ts";

/** Who has fetched a head, from a cache of minutes, still finds the part that it names. */
const KEEP_PARTS_MS = 24 * 60 * 60_000;
const PART = /^facts-[0-9a-f]{16}\.json$/;
/** What a scout that was killed left beside a file. */
const BESIDE = /\.\d+\.new$/;

/** Writes the files in their order, the head last, each as a whole; then removes parts that no head of the last day names. */
export async function putInPlace(folder: string, files: readonly PublishedFile[], now: number): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const { name, bytes } of files) await writeWhole(join(folder, name), bytes);
  const named = new Set(files.map(({ name }) => name));
  for (const name of await readdir(folder)) {
    const isOld = async () => now - (await stat(join(folder, name)).catch(() => ({ mtimeMs: now }))).mtimeMs > KEEP_PARTS_MS;
    if (BESIDE.test(name) || (PART.test(name) && !named.has(name) && (await isOld()))) await rm(join(folder, name), { force: true });
  }
}
