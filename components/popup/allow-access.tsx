import { browser } from "wxt/browser";
import { HOSTS } from "../../lib/hosts.ts";
import { translate } from "../../lib/translate.ts";
import { useAttempt } from "../attempts.tsx";

/** Asks the browser for the permission that the person, or the browser, has taken away. */
export function AllowAccess({ onAllowed }: { onAllowed: () => void }) {
  const attempt = useAttempt();
  const allow = () => {
    // Asked before anything is awaited: browsers want it to be the click's own doing.
    const allowed = browser.permissions.request({ origins: [HOSTS.wg21Link] });
    void attempt(async () => {
      if (await allowed) onAllowed();
    });
  };
  return (
    <p class="allow">
      <button type="button" class="primary" onClick={allow}>
        {translate("allow_access")}
      </button>
    </p>
  );
}
