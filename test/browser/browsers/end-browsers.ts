import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import type { Browser } from "puppeteer-core";

/** A file for each browser that stands, named by its process, which holds the folder of its profile. */
const FOLDER = resolve(import.meta.dirname, "../../../.output/standing");

/** Has this browser ended when the tests have, however their process ends: Firefox outlives one that is killed. */
export function endWithTests(browser: Browser): void {
  const { pid, spawnargs = [] } = browser.process() ?? {};
  const profile = spawnargs.join(" ").match(/\S*puppeteer_dev_\S*profile-\S+/)?.[0];
  if (pid === undefined || !profile) return;
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(join(FOLDER, String(pid)), profile.replace("--user-data-dir=", ""));
}

/** Before the tests: ends what a run that was killed has left. */
export const setup = endAll;
/** After them, whatever became of the processes that ran them. */
export const teardown = endAll;

function endAll(): void {
  if (!existsSync(FOLDER)) return;
  for (const name of readdirSync(FOLDER)) {
    const profile = readFileSync(join(FOLDER, name), "utf8");
    if (isRunning(name, profile)) kill(Number(name));
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    rmSync(join(FOLDER, name));
  }
}

function kill(pid: number): void {
  try {
    process.kill(pid, "SIGKILL");
  } catch (error) {
    // It ended in this very moment.
    if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
  }
}

/** Whether that process is still the browser with this profile; numbers are given anew. */
function isRunning(pid: string, profile: string): boolean {
  const line = `/proc/${pid}/cmdline`;
  if (existsSync("/proc")) return existsSync(line) && readFileSync(line, "utf8").includes(profile);
  try {
    return process.kill(Number(pid), 0);
  } catch {
    return false;
  }
}
