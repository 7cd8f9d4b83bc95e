import { readFileSync } from "node:fs";
import { setTimeout } from "node:timers/promises";
import { seededRandom } from "../browser/killing/seeded-random.ts";
import type { Web } from "../web/web.ts";
import { growingPapers } from "./growing-papers.ts";
import { type ScoutProcess, type Served, scoutFolder } from "./scout-process.ts";

export interface Killed {
  kills: number;
  /** So many of them while it began: before it had read its state. */
  atStart: number;
  /** Rounds that ended before they were killed. */
  ended: number;
  /** What was published, or is there, and is not any more in the feed. */
  lost: string[];
  /** What was published again as something new. */
  doubled: string[];
  /** What a reader that polls all the while had to refuse. */
  refused: string[];
  /** How often it looked, and how many heads it saw. */
  looks: number;
  heads: number;
  drafts: number;
  /** A round of a few papers: until it has read its state, and from there to its end. */
  startMs: number;
  workMs: number;
}

/** Of the kills, so many come while the process begins, when there is little to break. */
const AT_START = 0.15;
/** How late a kill may come: a little later than the last time, and less so where a round has come to its end. So one in five does. */
const LONGER = 1.1;
const SHORTER = 0.7;
/** Once in so many looks at an unchanged head it is read all the same, with its part. */
const READ_EVERY = 200;

/** Kills so many scouts, each at a moment that is left to chance, while drafts come and a reader polls; then lets one end its round. */
export async function killScouts(
  web: Web,
  { kills, seed, command, onKill = () => {} }: { kills: number; seed: number; command?: string; onKill?: (so: Killed) => void },
): Promise<Killed> {
  const random = seededRandom(seed);
  const papers = growingPapers(web);
  const scout = await scoutFolder(web, undefined, command);
  const told = new Told();
  const result: Killed = {
    kills: 0,
    atStart: 0,
    ended: 0,
    lost: told.lost,
    doubled: told.doubled,
    refused: [],
    looks: 0,
    heads: 0,
    drafts: 0,
    startMs: 0,
    workMs: 0,
  };
  let latest: { head: string; payload: string } | undefined;

  async function look(): Promise<void> {
    const head = readFileOr(scout.path("served/head.json"));
    if (head === latest?.head && result.looks++ % READ_EVERY > 0) return;
    const served = await scout.read(latest?.payload).catch((error: Error) => void result.refused.push(error.message));
    if (!served || served.payload === latest?.payload) return;
    result.heads++;
    latest = { head, payload: served.payload };
    told.hear(served, readFileOr(scout.path("served/feed.json")));
  }

  async function timed({ process, ended }: ScoutProcess): Promise<void> {
    const start = performance.now();
    await begun(process);
    result.startMs = performance.now() - start;
    await ended;
    result.workMs = performance.now() - start - result.startMs;
  }

  let isOver = false;
  const polling = (async () => {
    while (!isOver) {
      await look();
      await setTimeout(5);
    }
  })();
  papers.grow();
  // The first one looks for hundreds of files more than others.
  for (let rounds = 0; rounds < 2; rounds++) await timed(scout.start("--once"));
  let longest = result.workMs * LONGER;
  for (; result.kills < kills; result.kills++) {
    if (random() < 0.5) papers.grow();
    const isAtStart = random() < AT_START;
    const { process, ended } = scout.start("--once");
    if (!isAtStart) await begun(process);
    const killed = setTimeout(random() * (isAtStart ? result.startMs : longest), "killed");
    const hasEnded = (await Promise.race([ended, killed])) !== "killed";
    process.kill("SIGKILL");
    await ended;
    if (isAtStart) result.atStart++;
    if (hasEnded) result.ended++;
    // There are ever more papers, and other processes: a round takes longer by and by.
    longest *= hasEnded ? SHORTER : LONGER;
    onKill(result);
  }
  // A kill may have come when the index had been asked: one round more for what follows from it.
  for (let rounds = 0; rounds < 2; rounds++) await scout.round();
  isOver = true;
  await polling;
  await look();
  told.lost.push(...papers.ids().filter((id) => !told.drafts.has(id)));
  result.drafts = told.drafts.size;
  scout.remove();
  return result;
}

/** What a reader was told, head after head, and what of it was taken back or told anew. */
class Told {
  readonly drafts = new Map<string, Served["drafts"][number]>();
  readonly lost: string[] = [];
  readonly doubled: string[] = [];
  private readonly news = new Map<string, string>();

  hear({ drafts }: Served, feed: string): void {
    const now = new Map(drafts.map((draft) => [draft.id, draft]));
    for (const [id, before] of this.drafts) {
      const draft = now.get(id);
      if (!draft || (before.page && !draft.page) || before.files.some(({ extension }) => !draft.files.some((file) => file.extension === extension))) {
        this.lost.push(id);
      } else if (
        draft.found.at !== before.found.at ||
        draft.files.some(({ at, extension }) => before.files.some((file) => file.extension === extension && file.at !== at))
      )
        this.doubled.push(id);
    }
    for (const [id, draft] of now) this.drafts.set(id, draft);
    // For people: each thing once, however often it is written.
    for (const { id, title, tags } of JSON.parse(feed || '{"items":[]}').items) {
      const what = `${tags[0]} ${title.split(":", 1)[0]}`;
      if ((this.news.get(what) ?? id) !== id) this.doubled.push(what);
      this.news.set(what, id);
    }
  }
}

/** Resolves when it says that it begins, or is gone. */
function begun({ stdout }: ScoutProcess["process"]): Promise<void> {
  return new Promise((resolve) => void stdout?.once("data", () => resolve()).once("close", () => resolve()));
}

function readFileOr(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";
  }
}
