import { translate } from "../../../lib/language/translate.ts";
import { lacksRoom } from "../../../lib/store/database/no-room.ts";
import { readHealth } from "../../../lib/store/health/health.ts";
import { readTrouble } from "../../../lib/store/health/read-trouble.ts";
import { useLiveQuery } from "../../hooks/use-live-query.ts";
import { Icon } from "../../icon.tsx";
import { wrongTexts } from "./overall-text.ts";

/** "Everything is fine", or what is wrong. It is read out when that changes, and no time in it passes. */
export function OverallStatus({ tick }: { tick: number }) {
  const trouble = useLiveQuery((db) => readTrouble(db, Date.now()), [tick]);
  const health = useLiveQuery((db) => readHealth(db, Date.now()), [tick]);
  const noRoom = useLiveQuery(lacksRoom, [tick]) ?? false;
  const texts = trouble && health && wrongTexts({ ...trouble, noRoom }, health, Date.now(), translate);
  return (
    <div role="status" class="overall">
      {texts?.length === 0 && (
        <p class="fine">
          <Icon name="check" />
          <span>{translate("everything_is_fine")}</span>
        </p>
      )}
      {texts?.map((text) => (
        <p key={text} class="wrong">
          <Icon name="warning" />
          <span>{text}</span>
        </p>
      ))}
    </div>
  );
}
