import type { Translate } from "../../../lib/language/translate.ts";
import { ALL_BYTES, MOST_ITEMS } from "../../../lib/sync/item-size.ts";
import type { SyncTrouble } from "../../../lib/sync/sync-trouble.ts";

/** Kilobytes, upwards, so that what is too large never reads as if it fitted. */
export function kilobytes(bytes: number): number {
  return Math.ceil(bytes / 1000);
}

/** Why nothing is shared at present, and what to do. */
export function syncTroubleText(trouble: SyncTrouble, translate: Translate): string {
  switch (trouble.kind) {
    case "too-large":
      return translate("sync_too_large", [kilobytes(trouble.bytes), kilobytes(ALL_BYTES), MOST_ITEMS]);
    case "too-often":
      return translate("sync_too_often");
    case "newer-version":
      return translate("sync_newer_version");
    case "unavailable":
      return translate("sync_unavailable", [trouble.message]);
  }
}
