import { launchExtension } from "../browser/browsers/launch-extension.ts";
import { openPopup, waitForStatus, waitUntilSettled } from "../browser/driving/drive-popup.ts";
import { killCycle } from "../browser/killing/kill-cycle.ts";
import { killDrafts } from "../browser/killing/kill-drafts.ts";
import { DRAFTS_ONLY, draftsIndex } from "../browser/published/published-drafts.ts";
import { smallIndex } from "../browser/published/small-index.ts";
import { INDEX_ONLY, launchWith } from "../browser/state/choose-settings.ts";
import { startWeb } from "../web/web.ts";
import { readCount, readOptions, refuse } from "./options.ts";
import { printReport } from "./report.ts";

// The long run of test/browser/kills.test.ts: the background is killed again and again, and nothing may be lost or done twice.
// --drafts: while it asks for drafts instead of the index.

const PROGRESS_EVERY = 50;

const USAGE = `npm run bench -- kill [--kills N] [--browser chrome|firefox] [--drafts] [--seed N] [--json]

  --kills    1000 unless said, half an hour
  --drafts   while it asks for drafts, not for the index
  --seed     of the moments; drawn, and told, unless said`;
const values = readOptions(USAGE, {
  kills: { type: "string", default: "1000" },
  browser: { type: "string", default: "chrome" },
  drafts: { type: "boolean", default: false },
  seed: { type: "string", default: String(1 + Math.floor(Math.random() * 2 ** 31)) },
});
const kills = readCount("kills", values.kills, USAGE);
const seed = readCount("seed", values.seed, USAGE);
const browserName = (["chrome", "firefox"] as const).find((name) => name === values.browser) ?? refuse(`There is no browser ${values.browser}.`, USAGE);

const web = await startWeb();
web.publishIndex(values.drafts ? draftsIndex() : smallIndex());
const extension = await launchWith(web, values.drafts ? DRAFTS_ONLY : INDEX_ONLY, () => launchExtension(browserName, { proxy: web.proxy }));
try {
  const popup = await openPopup(extension);
  await waitForStatus(popup, "Checked");
  await waitUntilSettled(popup);
  await popup.close();
  console.error(`seed ${seed}`);
  const options = {
    kills,
    seed,
    onKill: ({ kills, phases }: { kills: number; phases: object }) =>
      kills % PROGRESS_EVERY === 0 && console.error(`${kills} kills: ${JSON.stringify(phases)}`),
  };
  const report = await (values.drafts ? killDrafts : killCycle)({ extension, web }, options);
  for (const violation of report.violations) console.error(violation);
  process.exitCode = printReport(
    {
      name: "kill",
      targets: [{ name: "violations", value: report.violations.length, unit: "", limit: 0 }],
      details: {
        browser: `${browserName} ${await extension.browser.version()}`,
        seed: report.seed,
        kills: report.kills,
        "kills when all was done, not counted": report.missed,
        ...Object.fromEntries(Object.entries(report.phases).map(([phase, kills]) => [`kills while ${phase}`, kills])),
        ...("drafts" in report && { drafts: report.drafts, "cycles of asking": report.cycles, "requests for drafts": report.requests }),
        "seconds per kill": Number((report.ms / 1_000 / report.kills).toPrecision(3)),
      },
    },
    values.json,
  );
} finally {
  await extension.close();
  await web.close();
}
