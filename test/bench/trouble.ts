import "fake-indexeddb/auto";
import { readOptions, refuse } from "./options.ts";
import { printReport, type Target } from "./report.ts";
import { HOSTS_IN_TROUBLE, playDay, TROUBLES, type Trouble } from "./trouble/play-day.ts";

// How often each host is asked in 24 hours of each kind of trouble, against a good day, and how long after its end it is asked again.

const HOURS = 24;
const MINUTE = 60_000;
/** Of the index alone: no more than on a good day, and the end of the trouble told by nobody, is at most its own interval. */
const LATEST_MINUTES = { "isocpp.org": 5, "wg21.link": 30 } as const;

const USAGE = `npm run bench -- trouble [--only TROUBLE] [--json]

  --only  one of ${TROUBLES.join(", ")}`;
const values = readOptions(USAGE, { only: { type: "string" } });
const chosen = TROUBLES.filter((trouble) => values.only === undefined || trouble === values.only);
if (chosen.length === 0) refuse(`There is no trouble ${values.only}.`, USAGE);

const good = await playDay("good", HOURS);
const rows: Record<string, string>[] = [];
const targets: Target[] = [];
for (const trouble of chosen) {
  const day = await playDay(trouble as Trouble, HOURS);
  const row: Record<string, string> = { trouble };
  for (const host of HOSTS_IN_TROUBLE) {
    const { requests, againAfterMs, megabytes } = day[host];
    const most = good[host].requests;
    const minutes = againAfterMs === undefined ? Number.POSITIVE_INFINITY : againAfterMs / MINUTE;
    row[host] = `${requests} of ${most}, again after ${minutes.toFixed(1)} min${megabytes >= 1 ? `, ${megabytes.toFixed(0)} MB` : ""}`;
    targets.push({ name: `${trouble}: requests to ${host}`, value: requests, unit: "", limit: most });
    targets.push({ name: `${trouble}: ${host} is asked again after`, value: minutes, unit: "min", limit: LATEST_MINUTES[host] });
  }
  rows.push(row);
  // A whole run takes a while.
  console.error(Object.values(row).join(" | "));
}
process.exitCode = printReport(
  { name: "A day of trouble", targets, details: Object.fromEntries(rows.map(({ trouble = "", ...row }) => [trouble, row])) },
  values.json,
);
