import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Page, WebWorker } from "puppeteer-core";

/** How the thread that compares did for the page: all, from being asked to the answer, and of that the comparing. */
export interface ThreadTimes {
  threadMs: number;
  compareMs: number;
}

/** What a thread holds until it is let go. */
type Held = "heldQuestion" | "heldAnswer";
type Thread = Partial<Record<Held, () => void>>;

interface Paged {
  threadTimes?: ThreadTimes;
  holdsAnswers?: boolean;
}

/** Stands before the code of the thread: says in the answer how long it took, and holds the question and the answer until they are let go where that is asked for. */
const CLOCK = `{
  const post = self.postMessage.bind(self);
  let asked;
  self.addEventListener("message", (event) => {
    const begin = () => { asked = { at: performance.now(), isHeld: event.data.isHeld }; };
    if (!event.data.isHeld) return begin();
    event.stopImmediatePropagation();
    self.heldQuestion = () => { begin(); self.onmessage(event); };
  });
  self.postMessage = (answer) => {
    const compareMs = performance.now() - asked.at;
    const tell = () => post({ ...answer, compareMs });
    if (asked.isHeld) self.heldAnswer = tell;
    else tell();
  };
}
`;

/** Puts the clock into a copy of a build. */
export function clockThread(build: string): void {
  const chunks = join(build, "chunks");
  const file = readdirSync(chunks).find((name) => name.startsWith("compare-thread-"));
  if (!file) throw new Error(`There is no thread that compares in ${build}.`);
  writeFileSync(join(chunks, file), CLOCK + readFileSync(join(chunks, file), "utf8"));
}

/** Has the next document of the page note what the clock says, and its thread hold the question and the answer if `holds`. */
export async function hearThread(page: Page, holds: boolean): Promise<void> {
  await page.evaluateOnNewDocument((holds) => {
    const noted = globalThis as unknown as Paged;
    globalThis.Worker = class extends Worker {
      #askedAt = 0;
      constructor(url: string | URL, options?: WorkerOptions) {
        super(url, options);
        this.addEventListener("message", ({ data }) => {
          if (typeof data?.compareMs === "number") noted.threadTimes = { threadMs: performance.now() - this.#askedAt, compareMs: data.compareMs };
        });
      }
      override postMessage(message: object): void {
        this.#askedAt = performance.now();
        super.postMessage({ ...message, isHeld: holds });
      }
    };
  }, holds);
}

export async function readThreadTimes(page: Page): Promise<ThreadTimes> {
  const times = await page.evaluate(() => (globalThis as unknown as Paged).threadTimes);
  if (!times) throw new Error(`No thread has compared for ${page.url()}.`);
  return times;
}

/** The thread that holds that. */
export async function threadThatHolds(page: Page, what: Held): Promise<WebWorker> {
  for (const end = performance.now() + 60_000; performance.now() < end; ) {
    for (const worker of page.workers()) {
      if (await worker.evaluate((what) => (globalThis as Thread)[what] !== undefined, what).catch(() => false)) return worker;
    }
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error(`No thread has a ${what}.`);
}

export function letGo(worker: WebWorker, what: Held): Promise<void> {
  return worker.evaluate((what) => (globalThis as Thread)[what]?.(), what);
}
