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

/** How the texts of these keys stand, and what asks for them again; asked for once by itself, and once more where one is forgotten meanwhile. */
export function useTexts(before: string, after: string): { states: [TextState, TextState] | undefined; ask: () => void } {
  const attempt = useAttempt();
  const pair = `${before} ${after}`;
  // Whether the background has been heard since it was asked for these.
  const [heard, setHeard] = useState<string>();
  const known = useRef<{ pair: string; kinds?: TextState["kind"][]; isAskedAgain: boolean; timer?: ReturnType<typeof setTimeout> }>({
    pair,
    isAskedAgain: false,
  });
  if (known.current.pair !== pair) known.current = { pair, isAskedAgain: false };
  const ask = () => {
    const asked = known.current;
    clearTimeout(asked.timer);
    setHeard(undefined);
    void attempt(() => sendMessage("readDocuments", { ids: [before, after] })).then(() => {
      asked.timer = setTimeout(() => known.current === asked && setHeard(pair), HEARD_MS);
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
    const isLost = hasLostOne([before, after], known.current.kinds, kinds);
    known.current.kinds = kinds;
    if (!isLost || known.current.isAskedAgain) return;
    known.current.isAskedAgain = true;
    ask();
  }, [states]);
  const [one, other] = states ?? [];
  if (!one || !other) return { states: undefined, ask };
  return { states: heard === pair ? [afterAsking(before, one), afterAsking(after, other)] : [one, other], ask };
}
