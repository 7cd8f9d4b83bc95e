import { useId, useRef } from "preact/hooks";
import { translate } from "../../../lib/language/translate.ts";
import { sendMessage } from "../../../lib/messages.ts";
import { seriesTitles } from "../../../lib/store/index/series-titles.ts";
import { readMutes } from "../../../lib/store/matches/read-mutes.ts";
import { useAttempt } from "../../attempts.tsx";
import { useKeptFocus } from "../../hooks/use-kept-focus.ts";
import { useLiveQuery } from "../../hooks/use-live-query.ts";
import { useRead } from "../../hooks/use-read.ts";
import { calendarDay } from "../../text/format-time.ts";
import { TitleText } from "../../text/title-text.tsx";

/** The papers of which the person wants to hear nothing, each with the way back. */
export function MutedPage() {
  const attempt = useAttempt();
  const help = useId();
  const place = useRef<HTMLDivElement>(null);
  const read = useLiveQuery(readMutes);
  const mutes = read ?? [];
  const titles = useRead(
    (db) =>
      seriesTitles(
        db,
        mutes.map(({ series }) => series),
      ),
    [mutes.length],
  );
  const { list, leaving } = useKeptFocus<HTMLUListElement>(
    mutes.map(({ series }) => series),
    () => place.current,
  );
  const unmute = (series: string) => {
    leaving(series);
    void attempt(() => sendMessage("muteSeries", { series, muted: false }));
  };
  if (!read) return null;
  return (
    <div ref={place} tabIndex={-1} class="muted-papers">
      <p id={help} class="help">
        {translate(mutes.length > 0 ? "muted_papers_help" : "muted_papers_none")}
      </p>
      {mutes.length > 0 && (
        <ul ref={list} class="watches" aria-label={translate("muted_papers")} aria-describedby={help}>
          {mutes.map(({ series, at }) => (
            <li key={series} data-key={series}>
              <div class="watch-row">
                <span class="watch-text" dir="auto">
                  <a href={`/library.html#/paper/${series}`}>{series}</a> <TitleText text={titles?.get(series) ?? ""} />
                </span>
                <span class="watch-found">{translate("muted_since", [calendarDay(at, Date.now())])}</span>
                <button type="button" class="plain" data-keeps-focus aria-label={translate("unmute_of", [series])} onClick={() => unmute(series)}>
                  {translate("unmute")}
                </button>
              </div>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
