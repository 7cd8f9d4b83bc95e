import { translate } from "../../../lib/language/translate.ts";
import { sendMessage } from "../../../lib/messages.ts";
import { lacksRoom } from "../../../lib/store/database/no-room.ts";
import type { ListingState } from "../../../lib/store/database/state-rows.ts";
import { readTrouble } from "../../../lib/store/health/read-trouble.ts";
import { CHECK_LISTING, LISTING_HOST } from "../../../lib/terms/work-names.ts";
import { useAttempt } from "../../attempts.tsx";
import { useLiveQuery } from "../../hooks/use-live-query.ts";
import { Icon } from "../../icon.tsx";
import { AllowAccess } from "./allow-access.tsx";
import { troubleText } from "./trouble-text.ts";

/** What is wrong with the work, where anything is, and the way to where it can be put right. */
export function HealthLine({ tick, listing }: { tick: number; listing: ListingState | undefined }) {
  const attempt = useAttempt();
  const trouble = useLiveQuery((db) => readTrouble(db, Date.now()), [tick]);
  const noRoom = useLiveQuery(lacksRoom, [tick]) ?? false;
  const text = trouble && troubleText({ ...trouble, listing, noRoom }, Date.now(), translate);
  return (
    <div aria-live="polite" class="health-line">
      {text && (
        <p>
          <Icon name="warning" />
          <span>
            {text}{" "}
            <a href="/options.html#work" target="_blank" rel="noreferrer noopener">
              {translate("work")}
            </a>
          </span>
        </p>
      )}
      {listing?.outcome?.kind === "not-allowed" && (
        <AllowAccess host={LISTING_HOST} onAllowed={() => void attempt(() => sendMessage("runNow", { schedule: CHECK_LISTING }))} />
      )}
    </div>
  );
}
