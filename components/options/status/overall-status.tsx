import { translate } from "../../../lib/language/translate.ts";
import { sendMessage } from "../../../lib/messages.ts";
import { lacksRoom } from "../../../lib/store/database/no-room.ts";
import { readHealth } from "../../../lib/store/health/health.ts";
import { readTrouble } from "../../../lib/store/health/read-trouble.ts";
import { useAttempt } from "../../attempts.tsx";
import { useLiveQuery } from "../../hooks/use-live-query.ts";
import { Icon } from "../../icon.tsx";
import { AllowAccess } from "../../popup/status/allow-access.tsx";
import { wrongsOf } from "./overall-text.ts";

/** "Everything is fine", or what is wrong. It is read out when that changes, and no time in it passes. */
export function OverallStatus({ tick }: { tick: number }) {
  const attempt = useAttempt();
  const trouble = useLiveQuery((db) => readTrouble(db, Date.now()), [tick]);
  const health = useLiveQuery((db) => readHealth(db, Date.now()), [tick]);
  const noRoom = useLiveQuery(lacksRoom, [tick]) ?? false;
  const wrongs = trouble && health && wrongsOf({ ...trouble, noRoom }, health, Date.now(), translate);
  return (
    <div role="status" class="overall">
      {wrongs?.length === 0 && (
        <p class="fine">
          <Icon name="check" />
          <span>{translate("everything_is_fine")}</span>
        </p>
      )}
      {wrongs?.map(({ text, allow }) => (
        <div key={text} class="wrong">
          <Icon name="warning" />
          <p>{text}</p>
          {allow && <AllowAccess host={allow.host} onAllowed={() => void attempt(() => sendMessage("runNow", { schedule: allow.schedule }))} />}
        </div>
      ))}
    </div>
  );
}
