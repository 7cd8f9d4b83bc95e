import { useEffect, useRef, useState } from "preact/hooks";
import { sendMessage } from "../../../../lib/messages.ts";
import { readTextState, type TextState } from "../../../../lib/store/texts/read-text-state.ts";
import { useAttempt } from "../../../attempts.tsx";
import { useDebounced } from "../../../hooks/use-debounced.ts";
import { useLiveQuery } from "../../../hooks/use-live-query.ts";
import { afterAsking, hasLostOne } from "./lost-texts.ts";

/** Whoever steps through a choice wants the one that they stop at; the others are not worth a request. */
const SETTLED_MS = 500;
/** What was asked for is written down by then, and this page knows of it. */
const HEARD_MS = 2_000;

/** Asks for texts; what does so by itself is heard once for each pair. */
export type AskForTexts = (isByItself?: boolean) => void;

/** How the texts of these keys stand, and what asks for them again; asked for once by itself. */
export function useTexts(before: string, after: string): { states: [TextState, TextState] | undefined; ask: AskForTexts } {
  const attempt = useAttempt();
  const pair = `${before} ${after}`;
  // Of which pair it is known that what nobody has asked for, as it is written, was forgotten.
  const [forgotten, setForgotten] = useState<string>();
  const known = useRef<{ pair: string; kinds?: TextState["kind"][]; isAskedAgain: boolean; timer?: ReturnType<typeof setTimeout> }>({
    pair,
    isAskedAgain: false,
  });
  if (known.current.pair !== pair) known.current = { pair, isAskedAgain: false };
  const ask: AskForTexts = (isByItself = false) => {
    const asked = known.current;
    if (isByItself && asked.isAskedAgain) return;
    if (isByItself) asked.isAskedAgain = true;
    clearTimeout(asked.timer);
    setForgotten(undefined);
    void attempt(() => sendMessage("readDocuments", { ids: [before, after] })).then(() => {
      asked.timer = setTimeout(() => known.current === asked && setForgotten(pair), HEARD_MS);
    });
  };
  useEffect(() => {
    ask();
    const asked = known.current;
    return () => clearTimeout(asked.timer);
  }, [useDebounced(pair, SETTLED_MS)]);
  const read = useLiveQuery(
    async (db) => ({ of: pair, states: [await readTextState(db, before), await readTextState(db, after)] as [TextState, TextState] }),
    [pair],
  );
  // What was read of others before is nothing of these.
  const states = read?.of === pair ? read.states : undefined;
  useEffect(() => {
    if (!states) return;
    const kinds = states.map(({ kind }) => kind);
    if (hasLostOne([before, after], known.current.kinds, kinds)) setForgotten(pair);
    known.current.kinds = kinds;
  }, [states]);
  if (!states || forgotten !== pair) return { states, ask };
  return { states: [afterAsking(before, states[0]), afterAsking(after, states[1])], ask };
}
