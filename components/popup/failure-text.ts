import type { CheckFailure } from "../../lib/check-outcome.ts";
import type { Translate } from "../../lib/translate.ts";
import { formatNumber } from "../format-number.ts";

type Underscored<Kind extends string> = Kind extends `${infer Head}-${infer Tail}` ? `${Head}_${Underscored<Tail>}` : Kind;

/** What went wrong, what it means and, where the person can do something, what. Chrome allows no hyphen in a message's key. */
export function failureText(failure: CheckFailure, translate: Translate): string {
  switch (failure.kind) {
    case "too-large":
      return translate("outcome_too_large", [failure.megabytes]);
    case "sudden-loss":
      return translate("outcome_sudden_loss", failure.missing, [formatNumber(failure.missing)]);
    case "refused":
    case "server-error":
      return translate(failure.kind === "refused" ? "outcome_refused" : "outcome_server_error", [failure.status]);
    default:
      return translate(`outcome_${failure.kind.replaceAll("-", "_") as Underscored<typeof failure.kind>}`);
  }
}
