import type { UnreadableKind } from "../../../lib/first-page/first-page.ts";
import type { MessageKey, Translate } from "../../../lib/language/translate.ts";
import type { CheckFailure } from "../../../lib/terms/check-outcome.ts";

/** What fetching one file cannot fail with. */
type OfLists = "html" | "not-json" | "not-object" | "no-papers" | "sudden-loss" | "storage-full";

const REASONS: Record<UnreadableKind | Exclude<CheckFailure["kind"], OfLists>, MessageKey> = {
  empty: "unreadable_empty",
  "not-a-document": "unreadable_not_a_document",
  encrypted: "unreadable_encrypted",
  broken: "unreadable_broken",
  "too-large": "unreadable_too_large",
  "no-text": "unreadable_no_text",
  "no-title": "unreadable_no_title",
  "took-too-long": "unreadable_took_too_long",
  "no-reader": "unreadable_no_reader",
  offline: "unreadable_offline",
  unreachable: "unreadable_unreachable",
  timeout: "unreadable_timeout",
  "cut-off": "unreadable_cut_off",
  "not-allowed": "unreadable_not_allowed",
  "not-found": "unreadable_not_found",
  "rate-limited": "unreadable_rate_limited",
  refused: "unreadable_refused",
  "server-error": "unreadable_server_error",
  interrupted: "unreadable_interrupted",
};

/** Why the first page of a draft could not be read; a reason that this version does not know is said to be unknown. */
export function unreadableText(kind: string, translate: Translate): string {
  const key = Object.hasOwn(REASONS, kind) ? REASONS[kind as keyof typeof REASONS] : "unreadable_other";
  return translate("unreadable", [translate(key)]);
}
