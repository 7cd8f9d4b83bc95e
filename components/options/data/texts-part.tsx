import { useId, useState } from "preact/hooks";
import { translate } from "../../../lib/language/translate.ts";
import { sendMessage } from "../../../lib/messages.ts";
import { readTextsSize } from "../../../lib/store/texts/texts.ts";
import type { Settings } from "../../../lib/terms/settings.ts";
import { useAttempt } from "../../attempts.tsx";
import { useLiveQuery } from "../../hooks/use-live-query.ts";
import { formatMegabytes, formatNumber } from "../../text/format-number.ts";
import { PlainSettings } from "../settings/settings-of.tsx";

/** The texts of papers that are kept: whether they are read by themselves, how much room they take, and a button that forgets them. */
export function TextsPart({ settings }: { settings: Settings }) {
  const attempt = useAttempt();
  const size = useLiveQuery(readTextsSize);
  const [isCleared, setCleared] = useState(false);
  const [heading, help] = [useId(), useId()];
  const clear = () =>
    attempt(async () => {
      await sendMessage("clearTexts");
      setCleared(true);
    });
  return (
    <section class="setting-group" aria-labelledby={heading}>
      <h2 id={heading}>{translate("texts_heading")}</h2>
      <PlainSettings page="data" settings={settings} only={(name) => name === "readRevisions" || name === "textMegabytes"} />
      {size && (
        <div class="setting">
          <div class="setting-row">
            <p>{size.texts === 0 ? translate("texts_none") : translate("texts_size", size.texts, [formatNumber(size.texts), formatMegabytes(size.bytes)])}</p>
            <button type="button" aria-describedby={help} aria-disabled={size.texts === 0} onClick={() => size.texts > 0 && void clear()}>
              {translate("texts_clear")}
            </button>
          </div>
          <p class="result" role="status">
            {isCleared && size.texts === 0 && translate("texts_cleared")}
          </p>
          <p id={help} class="help">
            {translate("texts_clear_help")}
          </p>
        </div>
      )}
    </section>
  );
}
