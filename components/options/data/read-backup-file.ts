import { findJsonFault, type JsonFault } from "../../../lib/store/backup/json-fault.ts";
import { type BackupProblem, MAX_BACKUP_MEGABYTES, parseBackup, type ReadBackup } from "../../../lib/store/backup/parse-backup.ts";

/** A file that may be imported, or why it may not. */
export type BackupFile = { name: string } & ({ json: string; backup: ReadBackup } | { problem: BackupProblem; fault?: JsonFault });

/** Reads a file that a person has chosen; one that is too large is not even read. */
export async function readBackupFile(file: File): Promise<BackupFile> {
  const { name } = file;
  if (file.size > MAX_BACKUP_MEGABYTES * 1_000_000) return { name, problem: "too-large" };
  const json = await file.text();
  const backup = parseBackup(json);
  if (typeof backup !== "string") return { name, json, backup };
  const fault = backup === "not-json" ? findJsonFault(json) : undefined;
  return { name, problem: backup, ...(fault && { fault }) };
}
