import type { Translate } from "../../../../lib/language/translate.ts";
import type { WatchRow } from "../../../../lib/store/database/schema.ts";
import type { HeardCursor } from "../../../../lib/store/health/read-work.ts";
import { formatWatch } from "../../../../lib/watch/syntax/format-watch.ts";
import { formatNumber } from "../../../text/format-number.ts";
import { workName } from "../../../text/work-name.ts";

const HISTORY = /^history\/(\d+)$/;

/** A listener in words; one that looks back for a watch names it while it exists. */
export function listenerName(name: string, watches: WatchRow[], translate: Translate): string {
  const id = HISTORY.exec(name)?.[1];
  if (id === undefined) return workName(name, translate);
  const watch = watches.find((row) => row.id === Number(id));
  return watch ? translate("work_history_of", [formatWatch(watch)]) : translate("work_history");
}

/** Whether it has heard everything. */
export function listenerState({ paused, behind }: HeardCursor, translate: Translate): string {
  if (paused) return translate("listener_paused");
  return translate(behind > 0 ? "listener_working" : "listener_up_to_date");
}

/** How far it has come: "1,200 of 3,400 events, 850 a second". */
export function listenerProgress({ behind, total, done, spentMs, paused }: HeardCursor, translate: Translate): string {
  if (behind === 0) return translate("events_heard", done, [formatNumber(done)]);
  const come = translate("events_of", [formatNumber(total - behind), formatNumber(total)]);
  const speed = spentMs > 0 ? Math.round((1000 * done) / spentMs) : 0;
  return speed > 0 && !paused ? `${come}, ${translate("a_second", [formatNumber(speed)])}` : come;
}
