import { useId, useRef } from "preact/hooks";
import { translate } from "../../../lib/language/translate.ts";
import { sendMessage } from "../../../lib/messages.ts";
import { readMutes } from "../../../lib/store/matches/read-mutes.ts";
import { useAttempt } from "../../attempts.tsx";
import { useKeptFocus } from "../../hooks/use-kept-focus.ts";
import { useLiveQuery } from "../../hooks/use-live-query.ts";
import { calendarDay } from "../../text/format-time.ts";

/** The papers of which the person wants to hear nothing, each with the way back. Nothing where there is none. */
export function MutedPapers() {
  const attempt = useAttempt();
  const [heading, help] = [useId(), useId()];
  const place = useRef<HTMLDivElement>(null);
  const mutes = useLiveQuery(readMutes) ?? [];
  const { list, leaving } = useKeptFocus<HTMLUListElement>(
    mutes.map(({ series }) => series),
    () => place.current,
  );
  const unmute = (series: string) => {
    leaving(series);
    void attempt(() => sendMessage("muteSeries", { series, muted: false }));
  };
  return (
    <div ref={place} tabIndex={-1} class="muted-papers">
      {mutes.length > 0 && (
        <>
          <h3 id={heading}>{translate("muted_papers")}</h3>
          <p id={help} class="help">
            {translate("muted_papers_help")}
          </p>
          <ul ref={list} class="watches" aria-labelledby={heading} aria-describedby={help}>
            {mutes.map(({ series, at }) => (
              <li key={series} data-key={series}>
                <a class="watch-text" href={`/library.html#/paper/${series}`}>
                  {series}
                </a>
                <span class="help">{translate("muted_since", [calendarDay(at, Date.now())])}</span>
                <button type="button" class="plain" data-keeps-focus aria-label={translate("unmute_of", [series])} onClick={() => unmute(series)}>
                  {translate("unmute")}
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
