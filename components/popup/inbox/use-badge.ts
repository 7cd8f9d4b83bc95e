import { useEffect, useRef } from "preact/hooks";
import { sendMessage } from "../../../lib/messages.ts";

/** Has the badge show the number that the popup shows, whenever that changes before one's eyes; undefined while it is not known. */
export function useBadge(unread: number | undefined): void {
  const before = useRef<number>(undefined);
  useEffect(() => {
    const isNew = before.current !== undefined && unread !== before.current;
    before.current = unread;
    // The badge is drawn by the background's own work too, should this not be heard.
    if (isNew) sendMessage("drawBadge").catch((error) => console.warn("PaperScout:", error));
  }, [unread]);
}
