import { defineExtensionMessaging } from "@webext-core/messaging";
import type { TestedNotification } from "./notify/test-notification.ts";
import type { ImportReport } from "./store/backup/import-report.ts";
import type { ListMode, WatchRow } from "./store/database/schema.ts";
import type { ReadMarks } from "./store/matches/matches.ts";
import type { SettingName, SettingValue } from "./terms/settings.ts";
import type { Watch } from "./watch/watch.ts";

/** What pages ask of the background. Messages only command: what they cause is read from the database. */
export interface Protocol {
  /** A page was opened: look whether something is due, also where every alarm was lost. */
  lookNow(): void;
  /** The popup shows another number of unread matches than before, as while a large batch is sorted: the badge is to show the same. */
  drawBadge(): void;
  /** The background asks the document that does heavy work to look for more. */
  heavyWork(): void;
  /** That document has done something: look what follows from it. */
  heavyDone(): void;
  /** That document asks whether the person lets us ask the hosts of this pattern of the manifest. */
  mayAsk(data: { origin: string }): boolean;
  /** Answers at once; the check runs on. `wait` names the time (epoch ms) until which the host wants no request. */
  checkNow(): { kind: "started" } | { kind: "wait"; until: number };
  /** Without a list the watch goes to the first one, which is made where there is none. With `lookBack` it is also held against what was logged before; what that finds is counted on the badge, not notified. */
  addWatch(data: { list?: number; watch: Watch; lookBack?: boolean }): "added" | "already-there";
  /** Makes another watch of it and puts it into that list; where the same stands there already, that one stays alone. */
  editWatch(data: { id: number; watch: Watch; list: number }): "edited" | "already-there" | "gone";
  /** Moves watches to another list, all at once; gives how many. */
  moveWatches(data: { ids: number[]; list: number }): number;
  removeWatch(data: { id: number }): void;
  /** Takes that back; false where the list has gone meanwhile. */
  restoreWatch(data: { row: WatchRow }): boolean;
  /** Removes the watch from every list, however it was spelled, and gives its rows, which `restoreWatch` brings back. */
  endWatch(data: { watch: Watch }): WatchRow[];
  addWatchlist(data: { name: string }): { id: number };
  renameWatchlist(data: { id: number; name: string }): void;
  setListMode(data: { id: number; mode: ListMode }): void;
  /** The list and its watches; matches already found stay. */
  removeWatchlist(data: { id: number }): void;
  setSetting(data: { name: SettingName; value: SettingValue }): void;
  /** Shows a notification at once, whatever the settings are, and tells what became of it. */
  testNotification(): TestedNotification;
  /** Gives the ids of those that were unread; markUnread takes them to undo it. */
  markRead(data: { ids: string[] }): string[];
  /** The person has read that lists were restored from their copy. */
  restoreSeen(): void;
  /** The person has read that words of titles find their other forms. */
  titleFormsSeen(): void;
  /** Gives what those were that were read; restoreMarks takes it to undo it. */
  markUnread(data: { ids: string[] }): ReadMarks[];
  starMatch(data: { id: string; starred: boolean }): void;
  /** Gives the ids of those of which that was changed, for who undoes it. */
  starMatches(data: { ids: string[]; starred: boolean }): string[];
  /** Puts matches off for later, or takes that back; gives what those were that this changed. */
  putOff(data: { ids: string[]; later: boolean }): ReadMarks[];
  /** Makes matches again what they were before one of these. */
  restoreMarks(data: { marks: ReadMarks[] }): void;
  /** Mutes a paper series ("P2300") and gives the ids of the matches that it marked read; muted: false makes exactly those unread again, and gives them too. */
  muteSeries(data: { series: string; muted: boolean }): string[];
  /** Hosts, listeners, schedules and jobs are named as in the database; each answer is false where there is no such one. */
  pauseLane(data: { host: string; paused: boolean }): boolean;
  pauseListener(data: { name: string; paused: boolean }): boolean;
  /** The listener hears the whole log again. */
  resetListener(data: { name: string }): boolean;
  /** The listener hears again what it could not apply; gives how many events that are. */
  retryFaults(data: { name: string }): number;
  runNow(data: { schedule: string }): boolean;
  /** A job that waits is cancelled, one that runs is told to stop. */
  cancelJob(data: { id: number }): boolean;
  /** A failed job runs again. */
  retryJob(data: { id: number }): boolean;
  /** Somebody looks at these documents: their texts are read where they are not here. What becomes of it is read from the database (`readTextState`). */
  readDocuments(data: { ids: string[] }): void;
  /** Forgets those of these texts that are spoilt; false where none is. */
  forgetSpoilt(data: { ids: string[] }): boolean;
  /** Forgets the texts of all documents. */
  clearTexts(): void;
  /** Adds what the backup holds to what is here; see docs/backup-format.md. `previewed` is the digest of the preview that the person agreed to. */
  importBackup(data: { json: string; previewed: string }): ImportReport;
}

export const { sendMessage, onMessage } = defineExtensionMessaging<Protocol>();
