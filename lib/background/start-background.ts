import { browser } from "wxt/browser";
import { onMessage } from "../messages.ts";
import { openNotification } from "../notify/open-notification.ts";
import { lookAtBadge, renderBadge, renderBrokenBadge } from "../notify/render-badge.ts";
import { noteNoRoom } from "../store/database/no-room.ts";
import { DatabaseUnavailable } from "../store/database/open-database.ts";
import { isQuotaError } from "../work/work.ts";
import { answerOmnibox } from "./address-bar/answer-omnibox.ts";
import { changing } from "./commands/changing.ts";
import { answerCommands } from "./commands/commands.ts";
import { answerContextMenu } from "./commands/context-menu.ts";
import { openWelcome } from "./commands/open-welcome.ts";
import { shareSoon } from "./jobs/share-soon.ts";
import { coldStart } from "./surroundings/cold-start.ts";
import { countFailures } from "./surroundings/count-failures.ts";
import { createWork } from "./surroundings/create-work.ts";
import { databaseConnection } from "./surroundings/database-connection.ts";
import { ensureAlarm, ensureAnyAlarm } from "./surroundings/ensure-alarm.ts";
import { heavyPlace } from "./surroundings/heavy-place.ts";

const LOOK_AGAIN_MS = 30 * 60_000;
const mayAsk = (origin: string) => browser.permissions.contains({ origins: [origin] });

/**
 * Registers every listener before it returns, as the browser demands of a background that it may wake for an event,
 * and starts the work behind them: a message is answered at once however much work waits.
 */
export function startBackground(): void {
  const database = databaseConnection();
  const heavy = heavyPlace();
  // What the button and the popup show first may be another than it was.
  let isStirred = false;
  const engine = createWork(database, {
    places: heavy.places,
    readers: heavy.readers,
    isColdStart: coldStart(),
    mayAsk,
    onDue: (at) => ensureAlarm(at, Date.now()),
    onWorkElsewhere: heavy.call,
    async onSliceEnd(ran) {
      const mayDiffer = ran > 0 || isStirred;
      isStirred = false;
      await (mayDiffer ? renderBadge : lookAtBadge)(await database());
    },
    onFault: (error) => void reportFault(error),
    countFailures,
  });
  const look = () => void engine.drain().catch(reportFault);
  const wake = () => {
    isStirred = true;
    look();
  };

  browser.alarms.onAlarm.addListener(look);
  browser.runtime.onStartup.addListener(wake);
  browser.runtime.onInstalled.addListener(({ reason }) => {
    // What could not be applied by the code of before may be applied by this.
    const isNewCode = reason === browser.runtime.OnInstalledReason.UPDATE;
    void (isNewCode ? engine.retryAllFaults() : Promise.resolve()).then(wake, reportFault);
  });
  browser.runtime.onInstalled.addListener(openWelcome);
  browser.permissions.onAdded.addListener(() => void engine.hasten("permission").then(wake, reportFault));
  // Firefox says so before it ends the background; a service worker is not told.
  browser.runtime.onSuspend?.addListener(engine.stop);
  globalThis.addEventListener("online", () => void engine.hasten("network").then(wake, reportFault));
  browser.notifications.onClicked.addListener((id) => {
    void database()
      .then((db) => openNotification(db, id, Date.now()))
      .then(wake, reportFault);
  });
  browser.storage.onChanged.addListener((_changes, area) => {
    if (area !== "sync") return;
    void database()
      .then((db) => shareSoon(db, engine, wake))
      .catch(reportFault);
  });
  const change = changing(database, engine, wake);
  // A page that has been opened has changed nothing.
  onMessage("lookNow", look);
  onMessage("heavyDone", wake);
  onMessage("mayAsk", ({ data }) => mayAsk(data.origin));
  answerCommands(database, engine, change, wake);
  answerContextMenu(database, change, reportFault);
  answerOmnibox(database);
  look();
}

/** A fault is for the console and for the person, on the badge and in the popup; the schedule goes on, since a tool that stops silently is the worst of all. */
async function reportFault(error: unknown): Promise<void> {
  console.error("PaperScout:", error);
  await ensureAnyAlarm(Date.now() + LOOK_AGAIN_MS);
  if (error instanceof DatabaseUnavailable) return renderBrokenBadge("closed");
  if (!isQuotaError(error)) return renderBrokenBadge("refused");
  await noteNoRoom(Date.now());
  await renderBrokenBadge("full");
}
