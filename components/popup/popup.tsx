import { readHealth } from "../../lib/store/health.ts";
import { readMatches, unreadMatches } from "../../lib/store/matches.ts";
import { readWatchlists } from "../../lib/store/read-watchlists.ts";
import { useLiveQuery } from "../use-live-query.ts";
import { useTick } from "../use-tick.ts";
import { CheckStatus } from "./check-status.tsx";
import { HealthLine } from "./health-line.tsx";
import { PopupHeader } from "./popup-header.tsx";
import { ReadSection } from "./read-section.tsx";
import { UnreadSection } from "./unread-section.tsx";

const LOOK_EVERY_MS = 15_000;
const READ_SHOWN = 50;

export function Popup() {
  const tick = useTick(LOOK_EVERY_MS);
  const health = useLiveQuery((db) => readHealth(db, Date.now()), [tick]);
  const lists = useLiveQuery(readWatchlists);
  const unread = useLiveQuery(unreadMatches);
  const read = useLiveQuery((db) => readMatches(db, READ_SHOWN));
  return (
    <>
      <PopupHeader />
      {health && <CheckStatus health={health} />}
      {health && <HealthLine tick={tick} />}
      {health && lists && unread && read && (
        <>
          <UnreadSection matches={unread} lists={lists} papers={health.index?.papers} someRead={read.length > 0} />
          <ReadSection matches={read} namesLists={lists.length > 1} />
        </>
      )}
    </>
  );
}
