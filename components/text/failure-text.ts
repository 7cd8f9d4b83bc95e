import type { Translate } from "../../lib/language/translate.ts";
import type { CheckFailure } from "../../lib/terms/check-outcome.ts";
import { INDEX_HOST } from "../../lib/terms/work-names.ts";
import { formatNumber } from "./format-number.ts";
import { underscored } from "./underscored.ts";

/** What went wrong with a host, what it means and, where the person can do something, what. */
export function failureText(failure: CheckFailure, host: string, translate: Translate): string {
  switch (failure.kind) {
    case "too-large":
      // Only of the index does the person set the limit.
      return host === INDEX_HOST ? translate("outcome_too_large", [failure.megabytes]) : translate("outcome_too_large_other", [host, failure.megabytes]);
    case "sudden-loss":
      return translate("outcome_sudden_loss", failure.missing, [host, formatNumber(failure.missing)]);
    case "refused":
    case "server-error":
      return translate(failure.kind === "refused" ? "outcome_refused" : "outcome_server_error", [host, failure.status]);
    default:
      return translate(`outcome_${underscored(failure.kind)}`, [host]);
  }
}
