import "fake-indexeddb/auto";
import { type CopyDay, playCopy } from "./copy/play-copy.ts";
import { readCount, readOptions } from "./options.ts";
import { printReport } from "./report.ts";

// What a copy costs the machine that it runs on, and the network: a day with a feed that speaks, against one without.

const AT_MOST = 1 / 10;

const USAGE = `npm run bench -- copy [--wait MINUTES] [--json]

  --wait  how often the feed is looked at; 15 unless said`;
const values = readOptions(USAGE, { wait: { type: "string", default: "15" } });
const waitMinutes = readCount("wait", values.wait, USAGE);
const alone = await playCopy(undefined);
const shared = await playCopy({ waitMinutes, findsPerDay: 9 });

process.exitCode = printReport(
  {
    name: "copy",
    targets: [
      { name: "requests a day, with a feed / without", value: shared.requests / alone.requests, unit: "x", limit: AT_MOST },
      { name: "bytes a day, with a feed / without", value: shared.bytes / alone.bytes, unit: "x", limit: AT_MOST },
      { name: "time awake a day, with a feed / without", value: shared.awakeSeconds / alone.awakeSeconds, unit: "x", limit: AT_MOST },
    ],
    details: {
      without: tell(alone),
      [`with a feed that is looked at each ${waitMinutes} minutes`]: tell(shared),
      played: "the second day, by the extension's own engine and jobs, with an index of today's size that does not change; 9 finds a day, one of them watched",
      awake: "from the alarm to the end of the work, and the 30 s after which the browser stops an idle background; two of them that overlap are one",
    },
  },
  values.json,
);

function tell({ requests, bytes, awakeSeconds, wakes, byHost }: CopyDay): string {
  const hosts = Object.entries(byHost).map(([host, count]) => `${host} ${count}`);
  return `${requests} requests (${hosts.join(", ")}), ${Math.round(bytes / 1000)} kB, awake ${Math.round(awakeSeconds / 60)} min in ${wakes} times`;
}
