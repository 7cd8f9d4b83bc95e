import { parseArgs } from "node:util";
import { openPopup, waitForStatus, waitUntilSettled } from "../browser/drive-popup.ts";
import type { BrowserName } from "../browser/extension.ts";
import { killCycle } from "../browser/kill-cycle.ts";
import { launchExtension } from "../browser/launch-extension.ts";
import { smallIndex } from "../browser/small-index.ts";
import { startWeb } from "../web/web.ts";
import { printReport } from "./report.ts";

// The long run of test/browser/kills.test.ts: the background is killed again and again, and nothing may be lost or done twice.

const PROGRESS_EVERY = 50;

const { values } = parseArgs({
  options: {
    json: { type: "boolean", default: false },
    kills: { type: "string", default: "1000" },
    browser: { type: "string", default: "chrome" },
    seed: { type: "string", default: String(Math.floor(Math.random() * 2 ** 31)) },
  },
});
const browserName: BrowserName = values.browser === "firefox" ? "firefox" : "chrome";

const web = await startWeb();
web.publishIndex(smallIndex());
const extension = await launchExtension(browserName, { proxy: web.proxy });
try {
  const popup = await openPopup(extension);
  await waitForStatus(popup, "Checked");
  await waitUntilSettled(popup);
  await popup.close();
  console.error(`seed ${values.seed}`);
  const report = await killCycle(
    { extension, web },
    {
      kills: Number(values.kills),
      seed: Number(values.seed),
      onKill: ({ kills, ms: _ms, phases }) => kills % PROGRESS_EVERY === 0 && console.error(`${kills} kills: ${JSON.stringify(phases)}`),
    },
  );
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
        "seconds per kill": Number((report.ms / 1_000 / report.kills).toPrecision(3)),
      },
    },
    values.json,
  );
} finally {
  await extension.close();
  await web.close();
}
