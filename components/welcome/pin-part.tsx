import { useEffect, useState } from "preact/hooks";
import { browser } from "wxt/browser";
import { translate } from "../../lib/language/translate.ts";
import { PinPicture } from "./pin-picture.tsx";

/** How PaperScout's button is put where it is seen; nothing where it is there already. */
export function PinPart() {
  const [isPinned, setPinned] = useState(false);
  useEffect(() => {
    // Looked at again when one comes back from having done it.
    const look = () => void browser.action.getUserSettings?.().then(({ isOnToolbar }) => setPinned(isOnToolbar === true), console.warn);
    look();
    addEventListener("focus", look);
    return () => removeEventListener("focus", look);
  }, []);
  return (
    <section aria-labelledby="pin">
      <h2 id="pin">{translate("welcome_pin")}</h2>
      {isPinned ? (
        <p role="status">{translate("welcome_pinned")}</p>
      ) : (
        <div class="pin">
          <PinPicture />
          <p>{translate(import.meta.env.FIREFOX ? "welcome_pin_firefox" : "welcome_pin_chrome")}</p>
        </div>
      )}
    </section>
  );
}
