import { useEffect } from "preact/hooks";
import { sendMessage } from "../../../../lib/messages.ts";
import { readTextState, type TextState } from "../../../../lib/store/texts/read-text-state.ts";
import { useAttempt } from "../../../attempts.tsx";
import { useDebounced } from "../../../hooks/use-debounced.ts";
import { useLiveQuery } from "../../../hooks/use-live-query.ts";

/** Whoever steps through a choice wants the one that they stop at; the others are not worth a request. */
const SETTLED_MS = 500;

/** How the texts of these keys stand, and what asks for them again; asked for once by itself. */
export function useTexts(before: string, after: string): { states: [TextState, TextState] | undefined; ask: () => void } {
  const attempt = useAttempt();
  const ask = () => void attempt(() => sendMessage("readDocuments", { ids: [before, after] }));
  const of = `${before} ${after}`;
  useEffect(ask, [useDebounced(of, SETTLED_MS)]);
  const read = useLiveQuery(async (db) => ({ of, states: [await readTextState(db, before), await readTextState(db, after)] as [TextState, TextState] }), [of]);
  // What was read of others before is nothing of these.
  return { states: read?.of === of ? read.states : undefined, ask };
}
