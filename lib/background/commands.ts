import { CHECK_INDEX, INDEX_HOST } from "../check-index-names.ts";
import { onMessage } from "../messages.ts";
import { renderBadge } from "../notify/render-badge.ts";
import { isValidSetting } from "../settings.ts";
import type { Database } from "../store/database.ts";
import { importBackup } from "../store/import-backup.ts";
import { saveListMirror } from "../store/list-mirror.ts";
import { markAllRead, markRead } from "../store/matches.ts";
import { writeSetting } from "../store/settings-store.ts";
import { addWatch, addWatchlist, ensureFirstList, removeWatch, removeWatchlist, renameWatchlist, setListMode } from "../store/watchlists.ts";
import { translate } from "../translate.ts";
import type { Engine } from "../work/engine.ts";

/** Answers the pages' messages. Called once, synchronously, when the background starts. `wake` returns at once. */
export function answerCommands(database: () => Promise<Database>, engine: Engine, wake: () => void): void {
  /** A command that changes lists or settings: its answer waits until the copy of them outside the database is made. */
  const change = async <Result>(command: (db: Database) => Promise<Result>): Promise<Result> => {
    const db = await database();
    const result = await command(db);
    // The change is made; that its copy is not is no reason to tell the person otherwise.
    await saveListMirror(db, Date.now()).catch((error) => console.warn("PaperScout:", error));
    return result;
  };
  const read = async (command: (db: Database) => Promise<void>): Promise<void> => {
    const db = await database();
    await command(db);
    await renderBadge(db);
  };

  /** A command to the work: written first, then looked at. */
  const work = async <Result>(command: () => Promise<Result>): Promise<Result> => {
    const result = await command();
    wake();
    return result;
  };

  onMessage("lookNow", () => wake());
  onMessage("checkNow", async () => {
    const until = await engine.hastenLane(INDEX_HOST);
    if (until > 0) return { kind: "wait", until };
    // The wish is a row, so it outlives this background.
    await work(() => engine.runNow(CHECK_INDEX));
    return { kind: "started" };
  });
  onMessage("addWatch", async ({ data: { list, watch, lookBack } }) => {
    const { added, id } = await change(async (db) => addWatch(db, list ?? (await ensureFirstList(db, translate("first_list_name"))), watch, Date.now()));
    if (lookBack) await work(() => engine.lookBack(`history/${id}`));
    return added ? "added" : "already-there";
  });
  onMessage("removeWatch", ({ data }) => change((db) => removeWatch(db, data.id)));
  onMessage("addWatchlist", ({ data }) => change(async (db) => ({ id: await addWatchlist(db, data.name) })));
  onMessage("renameWatchlist", ({ data }) => change((db) => renameWatchlist(db, data.id, data.name)));
  onMessage("setListMode", ({ data }) => change((db) => setListMode(db, data.id, data.mode)));
  onMessage("removeWatchlist", ({ data }) => change((db) => removeWatchlist(db, data.id)));
  onMessage("setSetting", async ({ data: { name, value } }) => {
    if (!isValidSetting(name, value)) throw new Error(`${name} cannot be ${String(value)}`);
    await change((db) => writeSetting(db, name, value));
    wake();
  });
  onMessage("markRead", ({ data }) => read((db) => markRead(db, data.ids, Date.now())));
  onMessage("markAllRead", ({ data }) => read((db) => markAllRead(db, data.foundUpTo, Date.now())));
  onMessage("pauseLane", ({ data }) => work(() => engine.pauseLane(data.host, data.paused)));
  onMessage("pauseListener", ({ data }) => work(() => engine.pauseListener(data.name, data.paused)));
  onMessage("resetListener", ({ data }) => work(() => engine.resetListener(data.name)));
  onMessage("retryFaults", ({ data }) => work(() => engine.retryFaults(data.name)));
  onMessage("runNow", ({ data }) => work(() => engine.runNow(data.schedule)));
  onMessage("cancelJob", ({ data }) => work(() => engine.cancelJob(data.id)));
  onMessage("retryJob", ({ data }) => work(() => engine.retryJob(data.id)));
  onMessage("importBackup", async ({ data }) => {
    const report = await change((db) => importBackup(db, data.json, Date.now()));
    await renderBadge(await database());
    wake();
    return report;
  });
}
