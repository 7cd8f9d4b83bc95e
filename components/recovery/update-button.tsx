import { browser } from "wxt/browser";
import { translate } from "../../lib/language/translate.ts";
import { type UpdateAnswer, updateText } from "./update-text.ts";

/** Asks the browser for a newer version and begins with it, where the browser can be asked; says else how a person asks. */
export function UpdateButton({ onNote }: { onNote: (note: string) => void }) {
  const update = async () => {
    onNote("");
    const answer = await askBrowser();
    if (answer === "update_available") return browser.runtime.reload();
    onNote(updateText(answer, translate));
  };
  return (
    <button type="button" class="primary" onClick={() => void update()}>
      {translate("update_now")}
    </button>
  );
}

async function askBrowser(): Promise<UpdateAnswer> {
  // Firefox has no way to ask.
  if (import.meta.env.FIREFOX || !browser.runtime.requestUpdateCheck) return "not-asked";
  try {
    return (await browser.runtime.requestUpdateCheck()).status;
  } catch (error) {
    console.warn("PaperScout:", error);
    return "failed";
  }
}
