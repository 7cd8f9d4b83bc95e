import { defineListener } from "../store/database/define-work.ts";
import type { Listener } from "../work/work.ts";
import { TELL } from "./tell-matches.ts";

/** Asks for the telling of matches when all that was logged with them has been matched, so that they share one notification. */
export function notifier(): Listener {
  return defineListener({
    tables: [],
    priority: 1,
    after: "matcher",
    async apply(events, { enqueue }) {
      if (events.some(({ kind }) => kind === "matches-found")) await enqueue({ kind: TELL, key: TELL });
    },
  });
}
