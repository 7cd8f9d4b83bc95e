import { resolve } from "node:path";
import { until } from "../../browser/driving/until.ts";
import { startBenchWorker } from "../bench-extension.ts";

/**
 * How long an extension's worker that does nothing takes to start, in ms: from the message of a page that wakes the
 * stopped worker until the first line of its module runs. Puppeteer looks at each worker before it may run, which is part of it.
 */
export async function measureWorkerStart(rounds: number): Promise<number[]> {
  const { browser, worker, close } = await startBenchWorker(resolve(import.meta.dirname, "empty-worker.ts"), []);
  try {
    const page = await browser.newPage();
    // Any file of the extension is a page of it.
    await page.goto(new URL("manifest.json", worker.url()).href);
    const times: number[] = [];
    while (times.length < rounds) {
      const target = browser.targets().find((target) => target.type() === "service_worker");
      await (await target?.worker())?.close();
      await until(
        "the end of the worker",
        async () => browser.targets().some((target) => target.type() === "service_worker"),
        (isThere) => !isThere,
      );
      times.push(
        await page.evaluate(async () => {
          const wokenAt = Date.now();
          return (await chrome.runtime.sendMessage("wake")) - wokenAt;
        }),
      );
    }
    return times;
  } finally {
    await close();
  }
}
