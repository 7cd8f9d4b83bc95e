import { useId } from "preact/hooks";
import { translate } from "../../../lib/language/translate.ts";
import { sendMessage } from "../../../lib/messages.ts";
import type { ListMode, Watchlist } from "../../../lib/store/database/schema.ts";
import { readSettings } from "../../../lib/store/lists/settings-store.ts";
import { useAttempt } from "../../attempts.tsx";
import { useLiveQuery } from "../../hooks/use-live-query.ts";

const MODES: ListMode[] = ["notify", "badge", "off"];

/** How loud a watchlist is. */
export function ListModeSelect({ list }: { list: Watchlist }) {
  const attempt = useAttempt();
  const settings = useLiveQuery(readSettings);
  const [field, help] = [useId(), useId()];
  const choose = (mode: ListMode) => attempt(() => sendMessage("setListMode", { id: list.id, mode }));
  return (
    <div class="list-mode">
      <label for={field}>{translate("list_mode")}</label>
      <select id={field} value={list.mode} aria-describedby={help} onChange={(event) => void choose(event.currentTarget.value as ListMode)}>
        {MODES.map((mode) => (
          <option key={mode} value={mode}>
            {translate(`mode_${mode}`)}
          </option>
        ))}
      </select>
      <p id={help} class="help">
        {translate(list.mode === "notify" && settings?.notifications === false ? "mode_notify_switched_off" : `mode_${list.mode}_help`)}
      </p>
    </div>
  );
}
