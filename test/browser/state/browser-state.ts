import type { Page } from "puppeteer-core";
import type { browser } from "wxt/browser";
import { DATABASE_NAME } from "../../../lib/store/database/database.ts";
import type {
  AskedShelf,
  Download,
  Draft,
  DraftText,
  FeedRow,
  ListedRow,
  LogRow,
  Match,
  MuteRow,
  SettingRow,
  Shelf,
  TextRow,
  VanishedPaper,
  Watchlist,
  WatchRow,
} from "../../../lib/store/database/schema.ts";
import type { StateRow } from "../../../lib/store/database/state-rows.ts";
import type { CursorRow, EffectRow, EngineRow, FaultRow, JobRow, LaneRow, ScheduleRow } from "../../../lib/work/rows.ts";

export interface Tables {
  shelves: Shelf;
  vanished: VanishedPaper;
  log: LogRow;
  cursors: CursorRow;
  jobs: JobRow;
  lanes: LaneRow;
  schedules: ScheduleRow;
  faults: FaultRow;
  effects: EffectRow;
  engine: EngineRow;
  downloads: Download;
  drafts: Draft;
  draftTexts: DraftText;
  texts: TextRow;
  asked: AskedShelf;
  listed: ListedRow;
  watchlists: Watchlist;
  watches: WatchRow;
  matches: Match;
  settings: SettingRow;
  mutes: MuteRow;
  feeds: FeedRow;
  state: StateRow;
}

// Each of these looks through a page of the extension, with the extension's rights. What they run there is sent as text,
// so it can use nothing from outside itself.

/** As far as the browser tells. */
export interface NotificationText {
  title?: string;
  message?: string;
}

/** Text and title of the toolbar button. */
export function badge(page: Page): Promise<{ text: string; title: string }> {
  return ask(page, async (api) => ({ text: await api.action.getBadgeText({}), title: await api.action.getTitle({}) }));
}

/** The notifications on the screen or in the system's list, by id. Firefox gives title and message, Chrome says only that they are there. */
export function notifications(page: Page): Promise<Record<string, NotificationText>> {
  return ask(page, async (api) => {
    const shown = Object.entries(await api.notifications.getAll()) as [string, NotificationText | true][];
    return Object.fromEntries(shown.map(([id, about]) => [id, about === true ? {} : { title: String(about.title), message: String(about.message) }]));
  });
}

/** Has the page listen for notifications from now on: browsers take them off the screen by themselves after some seconds, and say so; Firefox also says when it has shown one. */
export async function listenForNotifications(page: Page): Promise<void> {
  await ask(page, async (api) => {
    const heard: string[] = [];
    Object.assign(globalThis, { heard });
    const { onShown } = api.notifications as unknown as { onShown?: { addListener(listener: (id: string) => void): void } };
    onShown?.addListener((id) => heard.push(id));
    api.notifications.onClosed.addListener((id) => heard.push(id));
  });
}

/** The ids of those on the screen, and of those that a page which listens has heard of; each once. */
export function notificationsSeen(page: Page): Promise<string[]> {
  return ask(page, async (api) => [...new Set([...Object.keys(await api.notifications.getAll()), ...(globalThis as unknown as { heard: string[] }).heard])]);
}

/** The alarms that are set; `at` in epoch ms. */
export function alarms(page: Page): Promise<{ name: string; at: number }[]> {
  return ask(page, async (api) => (await api.alarms.getAll()).map(({ name, scheduledTime }) => ({ name, at: scheduledTime })));
}

/** Makes an alarm ring at once. It has a name of its own: the background sets its alarm anew whenever it has looked at the work, and would undo this one. */
export async function ringAlarm(page: Page): Promise<void> {
  await ask(page, async (api) => api.alarms.create("test", { when: Date.now() + 50 }));
}

export async function clearAlarms(page: Page): Promise<void> {
  await ask(page, async (api) => api.alarms.clearAll());
}

/** Every row of a table of the extension's database, in the order of the keys; rejects where there is no such database or table. */
export async function readTable<Name extends keyof Tables>(page: Page, table: Name): Promise<Tables[Name][]> {
  return (await readTables(page, table))[table];
}

/** Every row of each of these tables, all of one moment. */
export async function readTables<Name extends keyof Tables>(page: Page, ...tables: Name[]): Promise<{ [Table in Name]: Tables[Table][] }> {
  const rows = await inTransaction(page, tables, "readonly", (stores) => stores.map((store) => store.getAll()));
  return Object.fromEntries(tables.map((table, place) => [table, rows[place]])) as { [Table in Name]: Tables[Table][] };
}

/** Writes a row past the extension: no page that shows the table hears of it. */
export async function putRow<Name extends keyof Tables>(page: Page, table: Name, row: Tables[Name]): Promise<void> {
  await inTransaction(page, [table], "readwrite", ([store], row) => (store ? [store.put(row)] : []), row);
}

export async function deleteRow(page: Page, table: keyof Tables, key: IDBValidKey): Promise<void> {
  await inTransaction(page, [table], "readwrite", ([store], key) => (store ? [store.delete(key as IDBValidKey)] : []), key);
}

/** What the browser's vendor would carry to other machines. */
export function readSyncStore(page: Page): Promise<Record<string, unknown>> {
  return ask(page, async (api) => api.storage.sync.get(null));
}

/** Writes there, as it would arrive from another machine. */
export async function writeSyncStore(page: Page, items: Record<string, unknown>): Promise<void> {
  await ask(page, async (api, items) => api.storage.sync.set(items ?? {}), items);
}

type Api = typeof browser;

function ask<T, Argument>(page: Page, question: (api: Api, argument: Argument) => Promise<T>, argument?: Argument): Promise<T> {
  return inPage(page, `(${question})(globalThis.browser ?? chrome, ${JSON.stringify(argument)})`);
}

/** Makes these requests of these object stores in one transaction, over a connection of its own that is closed again; gives their results. */
function inTransaction<Argument>(
  page: Page,
  tables: string[],
  mode: IDBTransactionMode,
  requests: (stores: IDBObjectStore[], argument: Argument) => IDBRequest[],
  argument?: Argument,
): Promise<unknown[]> {
  const run = async (name: string, tables: string[], mode: IDBTransactionMode, requests: (stores: IDBObjectStore[]) => IDBRequest[]) => {
    // Opening one that is not there would make it, empty and of version 1.
    if (!(await indexedDB.databases()).some((database) => database.name === name)) throw new Error(`there is no database ${name}`);
    const result = <R>(request: IDBRequest<R>) =>
      new Promise<R>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const database = await result(indexedDB.open(name));
    try {
      const transaction = database.transaction(tables, mode);
      const done = new Promise((resolve, reject) => {
        transaction.oncomplete = resolve;
        transaction.onabort = () => reject(transaction.error);
      });
      const answers = await Promise.all(requests(tables.map((table) => transaction.objectStore(table))).map(result));
      await done;
      return answers;
    } finally {
      database.close();
    }
  };
  const given = [DATABASE_NAME, tables, mode].map((value) => JSON.stringify(value)).join(", ");
  return inPage(page, `(${run})(${given}, (stores) => (${requests})(stores, ${JSON.stringify(argument)}))`);
}

/** Through JSON: of a large structure Firefox would describe every single value in a message of its own format. */
async function inPage<T>(page: Page, expression: string): Promise<T> {
  const text = (await page.evaluate(`Promise.resolve(${expression}).then((value) => JSON.stringify(value) ?? "null")`)) as string;
  return JSON.parse(text);
}
