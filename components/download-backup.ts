import { downloadFile } from "./download-file.ts";

/** Saves a backup as paperscout-backup-YYYY-MM-DD.json, by the person's calendar. */
export function downloadBackup(json: string, now: Date): void {
  // Swedish dates are ISO dates.
  downloadFile(`paperscout-backup-${now.toLocaleDateString("sv")}.json`, json, "application/json");
}
