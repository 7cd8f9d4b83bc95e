import type { Page } from "puppeteer-core";
import { TELL } from "../../../lib/notify/tell-matches.ts";
import { DATABASE_NAME } from "../../../lib/store/database/database.ts";
import { CHECK_INDEX, COMPARE_INDEX } from "../../../lib/terms/work-names.ts";
import { isWaiting } from "../../../lib/work/jobs/job-state.ts";
import type { JobRow } from "../../../lib/work/rows.ts";
import type { Arrival } from "../../web/web.ts";

/** Where the work stood when it was killed. "between": nothing was under way, and something was to be done. */
export type Phase = "asking" | "receiving" | "comparing" | "matching" | "telling" | "between";
export const PHASES: Phase[] = ["asking", "receiving", "comparing", "matching", "telling", "between"];

/** What a kill is aimed at: it comes up to `spanMs` after one of these has begun. */
export const AIMS: { works: string[]; spanMs: number }[] = [
  { works: [CHECK_INDEX], spanMs: 150 },
  { works: [CHECK_INDEX], spanMs: 600 },
  { works: [COMPARE_INDEX], spanMs: 5 },
  { works: ["matcher"], spanMs: 4 },
  { works: ["notifier", TELL], spanMs: 10 },
  { works: [TELL], spanMs: 60 },
];

/** As the rows that a killed background has left say; undefined where there was nothing to do. */
export function phaseOf(jobs: JobRow[], lastArrival: Arrival | undefined, now: number): Phase | undefined {
  const leased = jobs.filter(({ state }) => state === "leased");
  const works = leased.map(({ kind, args }) => (args as { cursor?: string } | undefined)?.cursor ?? kind);
  if (works.includes(TELL) || works.includes("notifier")) return "telling";
  if (works.includes("matcher")) return "matching";
  if (works.includes(COMPARE_INDEX)) return "comparing";
  const check = leased.find(({ kind }) => kind === CHECK_INDEX);
  // The headers have been sent for this very attempt.
  if (check) return lastArrival?.status === 200 && lastArrival.at >= (check.startedAt ?? now) ? "receiving" : "asking";
  return jobs.some((job) => isWaiting(job) && job.runAt <= now) ? "between" : undefined;
}

/** Waits until one of these works is under way, at most that long. It looks from inside the page, since some last a few milliseconds. */
export async function waitForWork(page: Page, works: string[], timeoutMs: number): Promise<void> {
  await page.evaluate(
    async (name, works, timeoutMs) => {
      const result = <T>(request: IDBRequest<T>) =>
        new Promise<T>((resolve, reject) => {
          request.onsuccess = () => resolve(request.result);
          request.onerror = () => reject(request.error);
        });
      const database = await result(indexedDB.open(name));
      const deadline = Date.now() + timeoutMs;
      while (Date.now() < deadline) {
        const leased = await result(database.transaction("jobs").objectStore("jobs").index("until").getAll());
        if (leased.some(({ kind, args }) => works.includes(args?.cursor ?? kind))) break;
        // Looking without a rest would slow the very work that is looked at.
        await new Promise((resolve) => setTimeout(resolve, 2));
      }
      database.close();
    },
    DATABASE_NAME,
    works,
    timeoutMs,
  );
}
