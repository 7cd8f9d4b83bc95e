import { useEffect, useId, useRef, useState } from "preact/hooks";
import { browser } from "wxt/browser";
import { translate } from "../../../lib/language/translate.ts";
import type { WatchRow } from "../../../lib/store/database/schema.ts";
import { diagnosticsText } from "../../../lib/store/health/diagnostics.ts";
import { readHealth } from "../../../lib/store/health/health.ts";
import type { WorkOverview } from "../../../lib/store/health/read-work.ts";
import { formatWatch } from "../../../lib/watch/syntax/format-watch.ts";
import { useAttempt } from "../../attempts.tsx";
import { useLiveQuery } from "../../hooks/use-live-query.ts";
import { TickedWatches } from "./ticked-watches.tsx";

/** Copies how the work stands, for whoever shall help; of what is watched only what the person ticks. */
export function DiagnosticsPart({ work, watches }: { work: WorkOverview; watches: WatchRow[] }) {
  const attempt = useAttempt();
  const health = useLiveQuery((db) => readHealth(db, Date.now()));
  const [ticked, setTicked] = useState<string[]>([]);
  const [result, setResult] = useState<{ refused?: string }>();
  const byHand = useRef<HTMLTextAreaElement>(null);
  const field = useId();
  const texts = [...new Set(watches.map(formatWatch))];
  useEffect(() => byHand.current?.select(), [result]);

  const copy = () =>
    attempt(async () => {
      setResult(undefined);
      const text = diagnosticsText({
        version: browser.runtime.getManifest().version,
        browser: navigator.userAgent,
        language: navigator.language,
        now: Date.now(),
        work,
        index: health?.index,
        check: health?.check,
        watches: texts.filter((watch) => ticked.includes(watch)),
      });
      setResult((await isCopied(text)) ? {} : { refused: text });
    });
  return (
    <>
      <h3>{translate("diagnostics")}</h3>
      <p class="help">{translate("diagnostics_help")}</p>
      <TickedWatches texts={texts} ticked={ticked} onChange={setTicked} />
      <div class="diagnostics">
        <button type="button" onClick={() => void copy()}>
          {translate("copy_diagnostics")}
        </button>
        <p role="status" class="result">
          {result && translate(result.refused === undefined ? "copied" : "copy_refused")}
        </p>
      </div>
      {result?.refused !== undefined && (
        <>
          <label for={field}>{translate("diagnostics")}</label>
          <textarea ref={byHand} id={field} readOnly rows={12} value={result.refused} />
        </>
      )}
    </>
  );
}

/** False where the browser has no clipboard for us, or does not let us use it. */
async function isCopied(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
