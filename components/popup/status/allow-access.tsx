import { browser } from "wxt/browser";
import { translate } from "../../../lib/language/translate.ts";
import { HOSTS } from "../../../lib/terms/hosts.ts";
import { DRAFT_HOST, INDEX_HOST, LISTING_HOST } from "../../../lib/terms/work-names.ts";
import { useAttempt } from "../../attempts.tsx";
import { useHeir } from "../../hooks/use-heir.ts";

const ORIGINS = { [INDEX_HOST]: HOSTS.wg21Link, [DRAFT_HOST]: HOSTS.isocpp, [LISTING_HOST]: HOSTS.openStd };

interface AllowAccessProps {
  host: keyof typeof ORIGINS;
  onAllowed: () => void;
}

/** Asks the browser for the permission that the person, or the browser, has taken away. */
export function AllowAccess({ host, onAllowed }: AllowAccessProps) {
  const attempt = useAttempt();
  // It goes once the permission is there.
  const place = useHeir<HTMLParagraphElement>((place) => place.closest("footer") ?? document.querySelector("h1"));
  const allow = () => {
    // Asked before anything is awaited: browsers want it to be the click's own doing.
    const allowed = browser.permissions.request({ origins: [ORIGINS[host]] });
    void attempt(async () => {
      if (await allowed) onAllowed();
    });
  };
  return (
    <p ref={place} class="allow">
      <button type="button" class="primary" onClick={allow}>
        {translate("allow_access", [host])}
      </button>
    </p>
  );
}
