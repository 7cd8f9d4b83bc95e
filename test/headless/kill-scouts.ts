import { setTimeout } from "node:timers/promises";
import { seededRandom } from "../browser/killing/seeded-random.ts";
import type { Web } from "../web/web.ts";
import { growingPapers } from "./growing-papers.ts";
import { scoutFolder } from "./scout-process.ts";

export interface Killed {
  kills: number;
  /** Drafts that were published, or are there, and are not any more in the feed. */
  lost: string[];
  /** Drafts that were published again as found at another time. */
  doubled: string[];
  /** What a reader that polls all the while had to refuse. */
  refused: string[];
  /** How often it looked, and how many heads it saw. */
  looks: number;
  heads: number;
  drafts: number;
  roundMs: number;
}

/** Kills so many scouts, each a while after its start that is left to chance, while drafts come and a reader polls; then lets one end its round. */
export async function killScouts(web: Web, { kills, seed }: { kills: number; seed: number }): Promise<Killed> {
  const random = seededRandom(seed);
  const papers = growingPapers(web);
  const scout = await scoutFolder(web);
  const foundAt = new Map<string, number>();
  const result: Killed = { kills: 0, lost: [], doubled: [], refused: [], looks: 0, heads: 0, drafts: 0, roundMs: 0 };
  let latest: string | undefined;

  async function look(): Promise<void> {
    result.looks++;
    const served = await scout.read(latest).catch((error: Error) => void result.refused.push(error.message));
    if (!served || served.payload === latest) return;
    result.heads++;
    latest = served.payload;
    const found = new Map(served.drafts.map(({ id, found }) => [id, found.at]));
    for (const [id, at] of foundAt) {
      if (!found.has(id)) result.lost.push(id);
      else if (found.get(id) !== at) result.doubled.push(id);
    }
    for (const [id, at] of found) foundAt.set(id, at);
  }

  let isOver = false;
  const polling = (async () => {
    while (!isOver) {
      await look();
      await setTimeout(5);
    }
  })();
  papers.grow();
  const start = performance.now();
  await scout.round();
  result.roundMs = performance.now() - start;
  for (; result.kills < kills; result.kills++) {
    if (random() < 0.5) papers.grow();
    const { process, ended } = scout.start("--once");
    await Promise.race([ended, setTimeout(random() * result.roundMs * 1.2)]);
    process.kill("SIGKILL");
    await ended;
  }
  // A kill may have come when the index had been asked: one round more for what follows from it.
  for (let rounds = 0; rounds < 2; rounds++) await scout.round();
  isOver = true;
  await polling;
  await look();
  result.lost.push(...papers.ids().filter((id) => !foundAt.has(id)));
  result.drafts = foundAt.size;
  scout.remove();
  return result;
}
