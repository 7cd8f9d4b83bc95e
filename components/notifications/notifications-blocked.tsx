import { translate } from "../../lib/language/translate.ts";
import { readNotifying } from "../../lib/store/matches/notifying.ts";
import { Icon } from "../icon.tsx";
import "./notice.css";
import { useLiveQuery } from "../hooks/use-live-query.ts";
import { useNotificationsDenied } from "./use-notifications-denied.ts";

/** Says that notifications are blocked, where a list wants them; leads to where it says what to do. Draws nothing where all is well. */
export function NotificationsBlocked() {
  const notifying = useLiveQuery(readNotifying);
  const denied = useNotificationsDenied();
  const isBlocked = notifying?.wanted && (denied || notifying.wasBlocked);
  return (
    <div aria-live="polite" class="notice">
      {isBlocked && (
        <p>
          <Icon name="warning" />
          <span>
            {translate("notifications_blocked")} <HelpLink />
          </span>
        </p>
      )}
    </div>
  );
}

/** Within the options it is a way down the page. */
function HelpLink() {
  const isHere = location.pathname === "/options.html";
  const elsewhere = isHere ? {} : { target: "_blank", rel: "noreferrer noopener" };
  return (
    <a href={isHere ? "#notifications" : "/options.html#notifications"} {...elsewhere}>
      {translate("notifications_allow")}
    </a>
  );
}
