import { Dexie, type EntityTable, type Table } from "dexie";
import type { TableName, TablesOf } from "../../work/declared-tables.ts";
import { WORK_STORES, type WorkDatabase } from "../../work/rows.ts";
import type {
  AskedShelf,
  Download,
  Draft,
  DraftText,
  ListedRow,
  LogRow,
  Match,
  MuteRow,
  PackedText,
  SettingRow,
  Shelf,
  TextRow,
  VanishedPaper,
  Watchlist,
  WatchRow,
} from "./schema.ts";
import type { StateRow } from "./state-rows.ts";
import { upgradeToPutOff } from "./upgrade-to-put-off.ts";
import { upgradeToStars } from "./upgrade-to-stars.ts";
import { upgradeToWork } from "./upgrade-to-work.ts";

export const DATABASE_NAME = "paperscout";
export const DATABASE_VERSION = 6;

/** The one database. Each table is described at its row type in schema.ts. */
export type Database = Omit<WorkDatabase, "log"> & {
  shelves: EntityTable<Shelf, "key">;
  vanished: EntityTable<VanishedPaper, "id">;
  log: Table<LogRow, number>;
  watchlists: EntityTable<Watchlist, "id">;
  watches: EntityTable<WatchRow, "id">;
  matches: EntityTable<Match, "id">;
  settings: EntityTable<SettingRow, "name">;
  state: Table<StateRow, StateRow["name"]>;
  downloads: EntityTable<Download, "name">;
  drafts: EntityTable<Draft, "id">;
  draftTexts: EntityTable<DraftText, "id">;
  asked: EntityTable<AskedShelf, "key">;
  listed: EntityTable<ListedRow, "id">;
  mutes: EntityTable<MuteRow, "series">;
  texts: EntityTable<TextRow, "id">;
  packedTexts: EntityTable<PackedText, "id">;
};

/** These tables of the database: all that a function which is part of a job's commit asks for. */
export type Tables<Name extends TableName<Database>> = TablesOf<Database, Name>;

/**
 * The database, not yet opened; openDatabase does that. It never opens by itself: should another page have upgraded or
 * deleted it meanwhile, that has to be noticed. A change of the schema is a new `version(n).stores(…).upgrade(…)`
 * below the ones before it.
 */
export function createDatabase(name = DATABASE_NAME): Database {
  const database = new Dexie(name, { autoOpen: false }) as Database;
  database.version(1).stores({
    shelves: "key",
    vanished: "id",
    log: "++seq",
    cursors: "name",
    watchlists: "++id",
    watches: "++id, list, &[list+kind+text]",
    matches: "id, foundAt, notifiedAt, notification, readAt",
    settings: "name",
    state: "name",
  });
  database
    .version(2)
    .stores({ ...WORK_STORES, jobs: "++id, [place+lane+rank], [lane+runAt], &waitingKey, &heldLock, &slot, until, state, endedAt", downloads: "name" })
    .upgrade(upgradeToWork);
  database.version(3).stores({ drafts: "id, number", draftTexts: "id", asked: "key", listed: "id, year" });
  database
    .version(4)
    .stores({ matches: "id, foundAt, notifiedAt, notification, readAt, [readAt+foundAt], starredAt", mutes: "series" })
    .upgrade(upgradeToStars);
  database.version(5).stores({ jobs: WORK_STORES.jobs }).upgrade(upgradeToPutOff);
  database.version(6).stores({ texts: "id", packedTexts: "id" });
  return database;
}
