import { translate } from "../../language/translate.ts";
import { onMessage } from "../../messages.ts";
import { renderBadge } from "../../notify/render-badge.ts";
import { testNotification } from "../../notify/test-notification.ts";
import { importBackup } from "../../store/backup/import-backup.ts";
import { noteRestoreSeen, noteTitleFormsTold } from "../../store/backup/lists-state.ts";
import type { Database } from "../../store/database/database.ts";
import { noteCheckWanted } from "../../store/health/check-state.ts";
import { writeSetting } from "../../store/lists/settings-store.ts";
import {
  addWatch,
  addWatchlist,
  editWatch,
  endWatch,
  ensureFirstList,
  moveWatches,
  removeWatch,
  removeWatchlist,
  renameWatchlist,
  restoreWatch,
  setListMode,
} from "../../store/lists/watchlists.ts";
import { markRead, markUnread, putOff, restoreMarks, starMatch, starMatches } from "../../store/matches/matches.ts";
import { muteSeries, unmuteSeries } from "../../store/matches/mutes.ts";
import { clearTexts, forgetSpoilt } from "../../store/texts/texts.ts";
import { isValidSetting } from "../../terms/settings.ts";
import { CHECK_INDEX, INDEX_HOST } from "../../terms/work-names.ts";
import type { Engine } from "../../work/engine.ts";
import { wantDocument } from "../documents/want-document.ts";
import type { Change } from "./changing.ts";

/** Who waits for a document comes before what comes by itself. */
const PERSON = 5;

/** Answers the pages' messages. Called once, synchronously, when the background starts. `wake` returns at once. */
export function answerCommands(database: () => Promise<Database>, engine: Engine, change: Change, wake: () => void): void {
  const read = async <Result>(command: (db: Database) => Promise<Result>): Promise<Result> => {
    const db = await database();
    const result = await command(db);
    await renderBadge(db);
    return result;
  };

  /** A command to the work: written first, then looked at. */
  const work = async <Result>(command: () => Promise<Result>): Promise<Result> => {
    const result = await command();
    wake();
    return result;
  };

  onMessage("drawBadge", async () => renderBadge(await database()));
  onMessage("checkNow", async () => {
    await noteCheckWanted(await database());
    // The wish is a row, so it outlives this background.
    const until = await work(() => engine.askNow(INDEX_HOST, CHECK_INDEX));
    return until > 0 ? { kind: "wait", until } : { kind: "started" };
  });
  onMessage("addWatch", async ({ data: { list, watch, lookBack } }) => {
    const { added, id } = await change(async (db) => addWatch(db, list ?? (await ensureFirstList(db, translate("first_list_name"))), watch, Date.now()));
    if (lookBack) await work(() => engine.lookBack(`history/${id}`));
    return added ? "added" : "already-there";
  });
  onMessage("editWatch", ({ data: { id, watch, list } }) => change((db) => editWatch(db, id, watch, list)));
  onMessage("moveWatches", ({ data }) => change((db) => moveWatches(db, data.ids, data.list)));
  onMessage("restoreWatch", ({ data }) => change((db) => restoreWatch(db, data.row)));
  onMessage("removeWatch", ({ data }) => change((db) => removeWatch(db, data.id)));
  onMessage("endWatch", ({ data }) => change((db) => endWatch(db, data.watch)));
  onMessage("addWatchlist", ({ data }) => change(async (db) => ({ id: await addWatchlist(db, data.name) })));
  onMessage("renameWatchlist", ({ data }) => change((db) => renameWatchlist(db, data.id, data.name)));
  onMessage("setListMode", ({ data }) => change((db) => setListMode(db, data.id, data.mode)));
  onMessage("removeWatchlist", ({ data }) => change((db) => removeWatchlist(db, data.id)));
  onMessage("setSetting", async ({ data: { name, value } }) => {
    if (!isValidSetting(name, value)) throw new Error(`${name} cannot be ${String(value)}`);
    await change((db) => writeSetting(db, name, value));
    wake();
  });
  onMessage("testNotification", async () => testNotification(await database(), translate, Date.now()));
  onMessage("markRead", ({ data }) => read((db) => markRead(db, data.ids, Date.now())));
  onMessage("markUnread", ({ data }) => read((db) => markUnread(db, data.ids)));
  onMessage("starMatch", async ({ data }) => starMatch(await database(), data.id, data.starred, Date.now()));
  onMessage("starMatches", async ({ data }) => starMatches(await database(), data.ids, data.starred, Date.now()));
  onMessage("putOff", ({ data }) => read((db) => putOff(db, data.ids, data.later, Date.now())));
  onMessage("restoreMarks", ({ data }) => read((db) => restoreMarks(db, data.marks)));
  onMessage("muteSeries", ({ data: { series, muted } }) => read(() => change((db) => (muted ? muteSeries(db, series, Date.now()) : unmuteSeries(db, series)))));
  onMessage("pauseLane", ({ data }) => work(() => engine.pauseLane(data.host, data.paused)));
  onMessage("pauseListener", ({ data }) => work(() => engine.pauseListener(data.name, data.paused)));
  onMessage("resetListener", ({ data }) => work(() => engine.resetListener(data.name)));
  onMessage("retryFaults", ({ data }) => work(() => engine.retryFaults(data.name)));
  onMessage("runNow", async ({ data }) => {
    if (data.schedule === CHECK_INDEX) await noteCheckWanted(await database());
    return work(() => engine.runNow(data.schedule));
  });
  onMessage("cancelJob", ({ data }) => work(() => engine.cancelJob(data.id)));
  onMessage("retryJob", ({ data }) => work(() => engine.retryJob(data.id)));
  onMessage("readDocuments", ({ data }) =>
    work(async () => {
      const db = await database();
      for (const id of data.ids) await wantDocument(db, (request) => engine.enqueue(request), id, Date.now(), PERSON);
    }),
  );
  onMessage("forgetSpoilt", async ({ data }) => {
    const db = await database();
    const forgotten = [];
    for (const id of data.ids) forgotten.push(await forgetSpoilt(db, id));
    return forgotten.includes(true);
  });
  onMessage("clearTexts", async () => clearTexts(await database()));
  onMessage("restoreSeen", async () => noteRestoreSeen(await database()));
  onMessage("titleFormsSeen", async () => noteTitleFormsTold(await database()));
  onMessage("importBackup", async ({ data }) => {
    const report = await change((db) => importBackup(db, data.json, Date.now(), data.previewed));
    await renderBadge(await database());
    wake();
    return report;
  });
}
