import { endingOf, verdictOn } from "../../background/jobs/courses.ts";
import { noArguments } from "../../background/jobs/no-arguments.ts";
import type { Network } from "../../net/ask.ts";
import type { Database } from "../../store/database/database.ts";
import { defineKind } from "../../store/database/define-work.ts";
import type { CheckFailure } from "../../terms/check-outcome.ts";
import type { Verdict } from "../../work/lanes/lane.ts";
import type { Kind } from "../../work/work.ts";
import { type FetchedIssues, fetchIssues, STATUS_HOST } from "./fetch-issues.ts";
import { afterPage, readStatuses } from "./statuses-state.ts";

export const CHECK_STATUSES = "check-statuses";

/** Reads where papers stand: all of it page by page, and then what has changed. It is last in all: no find waits for it. */
export function checkStatuses({ database, network }: { database: () => Promise<Database>; network: Network }): Kind {
  return defineKind({
    parse: noArguments,
    lane: STATUS_HOST,
    priority: 5,
    maxAttempts: 4,
    retry: { delayMs: 60_000, maxMs: 60 * 60_000 },
    tables: ["state"],
    async run(_, job) {
      let state = await readStatuses(await database());
      let failure: CheckFailure | undefined;
      let isAll = false;
      do {
        const answer = await job.send((stop) => fetchIssues(network, { ...state.next, stop }, job.now), verdictOf);
        if (answer.kind === "failed") failure = answer.failure;
        else if (answer.kind === "unchanged") isAll = true;
        else ({ state, isAll } = afterPage(state, answer, job.now()));
      } while (!failure && !isAll && !job.isOver());
      return {
        ...(failure && endingOf(failure, true)),
        async commit({ db, now, enqueue }) {
          const ended = isAll ? { hasBaseline: true, outcome: { kind: "unchanged" as const }, attempts: 0, lastSuccessAt: now } : {};
          await db.state.put({ ...state, ...ended, ...(failure && { outcome: failure, attempts: state.attempts + 1 }) });
          if (!isAll && !failure) await enqueue({ kind: CHECK_STATUSES, key: CHECK_STATUSES, schedule: CHECK_STATUSES });
        },
      };
    },
  });
}

function verdictOf(answer: FetchedIssues): Verdict {
  return answer.kind === "failed" ? verdictOn(answer.failure, answer.retryAfterMs) : { kind: "ok" };
}
