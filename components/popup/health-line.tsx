import { readTrouble } from "../../lib/store/read-trouble.ts";
import { translate } from "../../lib/translate.ts";
import { Icon } from "../icon.tsx";
import { useLiveQuery } from "../use-live-query.ts";
import { troubleText } from "./trouble-text.ts";

/** What is wrong with the work, where anything is, and the way to where it can be put right. */
export function HealthLine({ tick }: { tick: number }) {
  const trouble = useLiveQuery((db) => readTrouble(db, Date.now()), [tick]);
  const text = trouble && troubleText(trouble, Date.now(), translate);
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
    </div>
  );
}
