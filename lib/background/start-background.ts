import { browser } from "wxt/browser";
import { openNotification } from "../notify/open-notification.ts";
import { renderBrokenBadge } from "../notify/render-badge.ts";
import { DatabaseUnavailable } from "../store/open-database.ts";
import { answerCommands } from "./commands.ts";
import { databaseConnection } from "./database-connection.ts";
import { drain } from "./drain.ts";
import { ensureAnyAlarm } from "./ensure-alarm.ts";
import { browserSteps } from "./steps.ts";

/** One context works at a time: during an update the old and the new background overlap. */
const LOCK = "paperscout-work";
const LOOK_AGAIN_MS = 30 * 60_000;

/**
 * Registers every listener before it returns, as the browser demands of a background that it may wake for an event,
 * and starts the work behind them: a message is answered at once however much work waits.
 */
export function startBackground(): void {
  const database = databaseConnection();
  let last: Promise<void> = Promise.resolve();
  const wake = () => {
    last = last.then(() => navigator.locks.request(LOCK, async () => drain(browserSteps(await database()), log))).catch(reportFault);
  };

  browser.alarms.onAlarm.addListener(wake);
  browser.runtime.onStartup.addListener(wake);
  browser.runtime.onInstalled.addListener(wake);
  browser.permissions.onAdded.addListener(wake);
  browser.notifications.onClicked.addListener((id) => {
    void database()
      .then((db) => openNotification(db, id, Date.now()))
      .then(wake, reportFault);
  });
  answerCommands(database, wake);
  wake();
}

function log(error: unknown): void {
  console.error("PaperScout:", error);
}

/** A fault is for the console and the badge; the schedule goes on, since a tool that stops silently is the worst of all. */
async function reportFault(error: unknown): Promise<void> {
  log(error);
  await ensureAnyAlarm(Date.now() + LOOK_AGAIN_MS);
  if (error instanceof DatabaseUnavailable) await renderBrokenBadge();
}
