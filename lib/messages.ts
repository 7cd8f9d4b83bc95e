import { defineExtensionMessaging } from "@webext-core/messaging";
import type { SettingName, SettingValue } from "./settings.ts";
import type { ImportReport } from "./store/import-report.ts";
import type { ListMode } from "./store/schema.ts";
import type { Watch } from "./watch/watch.ts";

/** What pages ask of the background. Messages only command: what they cause is read from the database. */
export interface Protocol {
  /** A page was opened: look whether something is due, also where every alarm was lost. */
  lookNow(): void;
  /** Answers at once; the check runs on. `wait` names the time (epoch ms) until which the host wants no request. */
  checkNow(): { kind: "started" } | { kind: "wait"; until: number };
  /** Without a list the watch goes to the first one, which is made where there is none. */
  addWatch(data: { list?: number; watch: Watch }): "added" | "already-there";
  removeWatch(data: { id: number }): void;
  addWatchlist(data: { name: string }): { id: number };
  renameWatchlist(data: { id: number; name: string }): void;
  setListMode(data: { id: number; mode: ListMode }): void;
  /** The list and its watches; matches already found stay. */
  removeWatchlist(data: { id: number }): void;
  setSetting(data: { name: SettingName; value: SettingValue }): void;
  markRead(data: { ids: string[] }): void;
  /** Marks what was found up to then (epoch ms), never what arrived while the person looked. */
  markAllRead(data: { foundUpTo: number }): void;
  /** Adds what the backup holds to what is there; see docs/backup-format.md. */
  importBackup(data: { json: string }): ImportReport;
}

export const { sendMessage, onMessage } = defineExtensionMessaging<Protocol>();
