import { useEffect } from "preact/hooks";
import { sendMessage } from "../../../../lib/messages.ts";
import { readTextState, type TextState } from "../../../../lib/store/texts/read-text-state.ts";
import { useAttempt } from "../../../attempts.tsx";
import { useLiveQuery } from "../../../hooks/use-live-query.ts";

/** How the texts of these keys stand, and what asks for them again; asked for once by itself. */
export function useTexts(before: string, after: string): { states: [TextState, TextState] | undefined; ask: () => void } {
  const attempt = useAttempt();
  const ask = () => void attempt(() => sendMessage("readDocuments", { ids: [before, after] }));
  useEffect(ask, [before, after]);
  const read = useLiveQuery(
    async (db) => ({ of: `${before} ${after}`, states: [await readTextState(db, before), await readTextState(db, after)] as [TextState, TextState] }),
    [before, after],
  );
  // What was read of others before is nothing of these.
  return { states: read?.of === `${before} ${after}` ? read.states : undefined, ask };
}
