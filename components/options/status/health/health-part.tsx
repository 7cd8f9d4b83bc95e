import { translate } from "../../../../lib/language/translate.ts";
import { lastDays, readTally } from "../../../../lib/store/health/tally.ts";
import { useLiveQuery } from "../../../hooks/use-live-query.ts";
import { formatNumber } from "../../../text/format-number.ts";
import { calendarDay } from "../../../text/format-time.ts";
import { DayFigure } from "./day-figure.tsx";
import { checksText, draftsText, type TalliedDay } from "./health-text.ts";

const DAYS = 30;

/** How the checks of the last thirty days ended, and how many drafts they found. */
export function HealthPart() {
  const tally = useLiveQuery(readTally);
  if (!tally) return null;
  const now = Date.now();
  const days = lastDays(tally, now, DAYS);
  const named = (day: string) => calendarDay(new Date(`${day}T12:00`).getTime(), now);
  const busy = days.filter(({ checks }) => checks > 0).reverse();
  const ends = { first: named(days[0]?.day ?? ""), last: named(days.at(-1)?.day ?? "") };
  return (
    <>
      <h3>{translate("health")}</h3>
      {busy.length === 0 ? (
        <p class="empty">{translate("health_none")}</p>
      ) : (
        <div class="health">
          <DayFigure
            title={translate("health_checks")}
            text={`${checksText(days, translate)} ${translate("health_key")}`}
            days={days.map(({ checks, failures }) => ({ full: checks - failures, hollow: failures }))}
            {...ends}
          >
            <Numbers
              days={busy}
              named={named}
              columns={{ health_good: ({ checks, failures }) => checks - failures, health_failed: ({ failures }) => failures }}
            />
          </DayFigure>
          <DayFigure
            title={translate("health_drafts")}
            text={draftsText(days, named, translate)}
            days={days.map(({ drafts }) => ({ full: drafts, hollow: 0 }))}
            {...ends}
          >
            <Numbers days={busy} named={named} columns={{ health_drafts: ({ drafts }) => drafts }} />
          </DayFigure>
        </div>
      )}
    </>
  );
}

interface NumbersProps {
  /** Newest first. */
  days: TalliedDay[];
  named: (day: string) => string;
  columns: Partial<Record<"health_good" | "health_failed" | "health_drafts", (day: TalliedDay) => number>>;
}

/** The numbers behind a picture, folded away. */
function Numbers({ days, named, columns }: NumbersProps) {
  const entries = Object.entries(columns) as [keyof NumbersProps["columns"], (day: TalliedDay) => number][];
  return (
    <details>
      <summary>{translate("health_table")}</summary>
      <table class="days">
        <thead>
          <tr>
            <th scope="col">{translate("health_day")}</th>
            {entries.map(([key]) => (
              <th key={key} scope="col">
                {translate(key)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {days.map((day) => (
            <tr key={day.day}>
              <th scope="row">{named(day.day)}</th>
              {entries.map(([key, value]) => (
                <td key={key}>{formatNumber(value(day))}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
