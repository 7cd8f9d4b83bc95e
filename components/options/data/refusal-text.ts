import type { Translate } from "../../../lib/language/translate.ts";
import type { JsonFault } from "../../../lib/store/backup/json-fault.ts";
import { type BackupProblem, MAX_BACKUP_MEGABYTES } from "../../../lib/store/backup/parse-backup.ts";

/** Why a file cannot be imported. */
export function refusalText(name: string, problem: BackupProblem, fault: JsonFault | undefined, translate: Translate): string {
  switch (problem) {
    case "too-large":
      return translate("import_too_large", [name, MAX_BACKUP_MEGABYTES]);
    case "empty":
      return translate("import_empty", [name]);
    case "not-json":
      return translate("import_not_json", [name, fault?.line ?? 1, fault?.column ?? 1]);
    case "not-a-backup":
      return translate("import_not_a_backup", [name]);
    case "newer-version":
      return translate("import_newer_version", [name]);
  }
}
