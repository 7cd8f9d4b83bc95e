import { browser } from "wxt/browser";
import { translate } from "../../lib/language/translate.ts";

/** Asks the browser for a newer version and begins with it, where the browser can be asked; says else how a person asks. */
export function UpdateButton({ onNote }: { onNote: (note: string) => void }) {
  const update = async () => {
    onNote("");
    // Firefox has no way to ask.
    const { status } = (await browser.runtime.requestUpdateCheck?.().catch(() => undefined)) ?? {};
    if (status === "update_available") return browser.runtime.reload();
    onNote(translate(import.meta.env.FIREFOX ? "update_by_hand_firefox" : "update_by_hand_chrome"));
  };
  return (
    <button type="button" class="primary" onClick={() => void update()}>
      {translate("update_now")}
    </button>
  );
}
