import { type ComponentChildren, createContext } from "preact";
import { useContext, useEffect, useState } from "preact/hooks";
import { translate } from "../../../../lib/language/translate.ts";
import { sendMessage } from "../../../../lib/messages.ts";
import type { WatchRow } from "../../../../lib/store/database/schema.ts";
import { formatWatch } from "../../../../lib/watch/syntax/format-watch.ts";
import { isSameWatch } from "../../../../lib/watch/syntax/is-same-watch.ts";
import { useAttempt } from "../../../attempts.tsx";
import { useSay } from "../../../said.tsx";
import { translateCount } from "../../../text/format-number.ts";

interface RemovedWatches {
  /** Those that were removed a moment ago: their rows stay where they were, with the way back. */
  rows: WatchRow[];
  remove: (rows: WatchRow[]) => void;
  restore: (row: WatchRow) => void;
}

const RemovedContext = createContext<RemovedWatches>({ rows: [], remove: () => {}, restore: () => {} });

export function useRemovedWatches(): RemovedWatches {
  return useContext(RemovedContext);
}

/** Long enough to be read and reached. */
const OFFERED_MS = 20_000;

/** Removes watches, and remembers for a while how to take that back. Nothing moves up under the pointer, nor goes from under the focus. */
export function RemovedWatchesProvider({ children }: { children: ComponentChildren }) {
  const attempt = useAttempt();
  const say = useSay();
  const [rows, setRows] = useState<WatchRow[]>([]);
  useEffect(() => {
    if (rows.length === 0) return;
    const timer = setInterval(() => {
      if (!document.querySelector(".watches:hover, .watches .removed:focus-within")) setRows([]);
    }, OFFERED_MS);
    return () => clearInterval(timer);
  }, [rows]);
  const forget = (gone: WatchRow[]) => setRows((rows) => rows.filter((row) => !gone.includes(row)));
  const remove = (gone: WatchRow[]) => {
    setRows((rows) => [...rows.filter((row) => !gone.some((again) => again.list === row.list && isSameWatch(again, row))), ...gone]);
    const [only] = gone;
    say(gone.length === 1 && only ? translate("watch_removed", [formatWatch(only)]) : translateCount("watches_removed", gone.length));
    void attempt(async () => {
      try {
        for (const { id } of gone) await sendMessage("removeWatch", { id });
      } catch (error) {
        forget(gone);
        throw error;
      }
    });
  };
  const restore = (row: WatchRow) => {
    void attempt(async () => {
      if (!(await sendMessage("restoreWatch", { row }))) throw new Error(translate("changed_meanwhile"));
      // Its row is not forgotten here but hidden where the list has the watch again: between the two there would be neither.
      say(translate("watch_restored", [formatWatch(row)]));
    });
  };
  return <RemovedContext.Provider value={{ rows, remove, restore }}>{children}</RemovedContext.Provider>;
}
