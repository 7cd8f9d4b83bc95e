import { useId } from "preact/hooks";
import { translate } from "../../../lib/language/translate.ts";
import type { SyncState } from "../../../lib/store/database/state-rows.ts";
import { readSettings } from "../../../lib/store/lists/settings-store.ts";
import { readSync } from "../../../lib/store/lists/take-in.ts";
import { ALL_BYTES } from "../../../lib/sync/item-size.ts";
import { useLiveQuery } from "../../hooks/use-live-query.ts";
import { useTick } from "../../hooks/use-tick.ts";
import { formatNumber } from "../../text/format-number.ts";
import { relativeTime } from "../../text/format-time.ts";
import { SwitchSetting } from "../settings/switch-setting.tsx";
import { kilobytes, syncTroubleText } from "./sync-text.ts";

/** Sharing lists and settings with the person's other machines: the switch, where they are kept, and how it goes. */
export function SyncPart() {
  const settings = useLiveQuery(readSettings);
  const sync = useLiveQuery(async (db) => ({ state: await readSync(db) }));
  const heading = useId();
  if (!settings) return null;
  return (
    <section class="setting-group" aria-labelledby={heading}>
      <h2 id={heading}>{translate("sync_heading")}</h2>
      <SwitchSetting name="sync" value={settings.sync} />
      {settings.sync && sync && <SyncStatus state={sync.state} />}
      <p class="help">
        {translate(import.meta.env.FIREFOX ? "sync_where_firefox" : "sync_where_chrome")} {translate("sync_nothing_to_us")}
      </p>
      <p class="help">{translate("sync_left_out")}</p>
    </section>
  );
}

function SyncStatus({ state }: { state: SyncState | undefined }) {
  useTick(60_000);
  const done = state && state.syncedAt > 0;
  return (
    <div class="sync-status">
      <p class="problem" role="status">
        {state?.trouble && syncTroubleText(state.trouble, translate)}
      </p>
      <p>
        {done
          ? translate("sync_done", [relativeTime(state.syncedAt, Date.now()), formatNumber(kilobytes(state.bytes)), formatNumber(kilobytes(ALL_BYTES))])
          : translate("sync_waits")}
      </p>
    </div>
  );
}
