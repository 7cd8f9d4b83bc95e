import { useEffect, useState } from "preact/hooks";
import type { Comparison } from "../../../lib/compare/comparison.ts";
import { translate } from "../../../lib/language/translate.ts";
import { sendMessage } from "../../../lib/messages.ts";
import { useDatabase } from "../../database-context.ts";
import type { comparePacked, PackedPair } from "./compare-packed.ts";

export type Compared = { comparison: Comparison } | { failed: string } | undefined;
type Answer = Awaited<ReturnType<typeof comparePacked>> | { failed: string };

/** What differs between the texts of these keys, compared by a thread; undefined until it is known. `stamp` names the texts that are there, "" where one is not: what was compared before one was forgotten stays. */
export function useComparison(before: string, after: string, stamp: string): Compared {
  const db = useDatabase();
  const [latest, setLatest] = useState<{ pair: string; of: string; compared: Compared }>();
  const pair = `${before} ${after}`;
  const of = `${pair} ${stamp}`;
  useEffect(() => {
    if (stamp === "") return;
    let worker: Worker | undefined;
    let isCurrent = true;
    const tell = (compared: Compared) => {
      if (isCurrent) setLatest({ pair, of, compared });
      worker?.terminate();
    };
    const fail = (error: unknown) => tell({ failed: String(error) });
    // What is spoilt is forgotten, and read anew by whoever waits for it.
    const forget = async (ids: string[]) => {
      if (!(await sendMessage("forgetSpoilt", { ids }))) fail(translate("text_spoilt", [ids.join(", ")]));
    };
    const take = (answer: Answer) => {
      if (!("spoilt" in answer)) return tell(answer);
      worker?.terminate();
      if (isCurrent) forget(answer.spoilt).catch(fail);
    };
    const compareHere = (pair: PackedPair) => {
      worker?.terminate();
      void import("./compare-packed.ts").then(({ comparePacked }) => comparePacked(pair)).then(take, fail);
    };
    const compare = (pair: PackedPair) => {
      try {
        worker = new Worker(new URL("./compare-worker.ts", import.meta.url), { type: "module" });
        worker.onmessage = ({ data }: MessageEvent<Answer>) => take(data);
        // Where there can be no thread the page waits for itself.
        worker.onerror = () => compareHere(pair);
        worker.postMessage(pair);
      } catch {
        compareHere(pair);
      }
    };
    db.packedTexts.bulkGet([before, after]).then(([one, other]) => {
      if (!isCurrent) return;
      if (one && other) compare({ before: one.packed, after: other.packed, ids: { before, after } });
      else take({ spoilt: [one ? [] : before, other ? [] : after].flat() });
    }, fail);
    return () => {
      isCurrent = false;
      worker?.terminate();
    };
  }, [db, of]);
  return latest?.of === of || (stamp === "" && latest?.pair === pair) ? latest.compared : undefined;
}
