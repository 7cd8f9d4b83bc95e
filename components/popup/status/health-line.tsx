import { translate } from "../../../lib/language/translate.ts";
import { sendMessage } from "../../../lib/messages.ts";
import { lacksRoom } from "../../../lib/store/database/no-room.ts";
import type { Health } from "../../../lib/store/health/health.ts";
import { readTrouble } from "../../../lib/store/health/read-trouble.ts";
import { useAttempt } from "../../attempts.tsx";
import { useHeir } from "../../hooks/use-heir.ts";
import { useLiveQuery } from "../../hooks/use-live-query.ts";
import { Icon } from "../../icon.tsx";
import { AllowAccess } from "./allow-access.tsx";
import { type Remedy, troubleOf } from "./trouble-text.ts";

/** What is most in the way, where anything is, and the button that ends it. */
export function HealthLine({ tick, health }: { tick: number; health: Health }) {
  const trouble = useLiveQuery((db) => readTrouble(db, Date.now()), [tick]);
  const noRoom = useLiveQuery(lacksRoom, [tick]) ?? false;
  const told = trouble && troubleOf({ ...trouble, health, noRoom }, Date.now(), translate);
  return (
    <div aria-live="polite" class="health-line">
      {told && (
        <div>
          <Icon name="warning" />
          <p>{told.text}</p>
          <End key={JSON.stringify(told.remedy)} remedy={told.remedy} />
        </div>
      )}
    </div>
  );
}

function End({ remedy }: { remedy: Remedy }) {
  const attempt = useAttempt();
  // It goes with the trouble.
  const place = useHeir<HTMLSpanElement>((place) => place.closest("footer"));
  const tryAgain = (schedule: string) => void attempt(() => sendMessage("runNow", { schedule }));
  const button = (text: string, act: () => void) => (
    <button type="button" onClick={act}>
      {text}
    </button>
  );
  const resume = (hosts: string[]) => void attempt(() => Promise.all(hosts.map((host) => sendMessage("pauseLane", { host, paused: false }))));
  return (
    <span ref={place}>
      {remedy.kind === "resume" && button(translate("resume"), () => resume(remedy.hosts))}
      {remedy.kind === "try" && button(translate("try_again"), () => tryAgain(remedy.schedule))}
      {remedy.kind === "allow" && <AllowAccess host={remedy.host} onAllowed={() => tryAgain(remedy.schedule)} />}
      {remedy.kind === "look" && (
        <a href="/options.html#work" target="_blank" rel="noreferrer noopener">
          {translate("work")}
        </a>
      )}
    </span>
  );
}
