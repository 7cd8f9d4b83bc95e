import { translate } from "../../lib/language/translate.ts";
import { readNotifying } from "../../lib/store/matches/notifying.ts";
import { useLiveQuery } from "../hooks/use-live-query.ts";
import { Notice } from "./notice.tsx";
import { useNotificationsDenied } from "./use-notifications-denied.ts";

/** Says that notifications are blocked, where a list wants them; leads to where it says what to do. Draws nothing where all is well. */
export function NotificationsBlocked() {
  const notifying = useLiveQuery(readNotifying);
  const denied = useNotificationsDenied();
  const isBlocked = notifying?.wanted && (denied || notifying.wasBlocked);
  return (
    <Notice>
      {isBlocked && (
        <>
          {translate("notifications_blocked")} <HelpLink />
        </>
      )}
    </Notice>
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
