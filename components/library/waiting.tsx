import { translate } from "../../lib/language/translate.ts";
import { sendMessage } from "../../lib/messages.ts";
import { readHealth } from "../../lib/store/health/health.ts";
import { CHECK_INDEX, INDEX_HOST } from "../../lib/terms/work-names.ts";
import { useAttempt } from "../attempts.tsx";
import { useLiveQuery } from "../hooks/use-live-query.ts";
import { AllowAccess } from "../popup/status/allow-access.tsx";
import { spokenStatus } from "../popup/status/status-text.ts";
import type { useCatalogue } from "./catalogue-context.tsx";

/** What stands in the place of what the catalogue would fill. */
export function Waiting({ catalogue }: { catalogue: Exclude<ReturnType<typeof useCatalogue>, object> }) {
  if (catalogue === "no-index") return <NoIndex />;
  return (
    <p class="waiting" role="status">
      {translate("library_reading")}
    </p>
  );
}

/** That there is nothing to show yet, how the check for it stands, and what the person has to allow for it. */
function NoIndex() {
  const attempt = useAttempt();
  const health = useLiveQuery((db) => readHealth(db, Date.now()));
  const isPaused = health?.lane?.paused === true;
  return (
    <div class="waiting">
      <p role="status">
        {translate("library_no_index")} {health && (isPaused ? translate("wrong_paused", [INDEX_HOST]) : asSentence(spokenStatus(health, translate)))}
      </p>
      {health?.check?.outcome?.kind === "not-allowed" && (
        <AllowAccess host={INDEX_HOST} onAllowed={() => void attempt(() => sendMessage("runNow", { schedule: CHECK_INDEX }))} />
      )}
    </div>
  );
}

function asSentence(text: string): string {
  return text.endsWith(".") ? text : `${text}.`;
}
