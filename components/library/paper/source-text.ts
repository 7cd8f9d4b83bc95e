import type { Translate } from "../../../lib/language/translate.ts";
import type { LibraryDocument } from "../../../lib/library/paper/document.ts";
import { calendarDate } from "./paper-date.ts";

const DAY = 24 * 60 * 60_000;

/** Where a document is known from, and what became of the draft that it is or was, in a few sentences. */
export function sourceText({ from, draft }: LibraryDocument, translate: Translate): string {
  const sentences = [translate(`source_${from}`)];
  if (!draft) return sentences.join(" ");
  const changedAt = draft.files.reduce((latest, { changedAt = 0 }) => Math.max(latest, changedAt), 0);
  sentences.push(translate(draft.baseline ? "source_baseline" : "source_seen", [calendarDate(draft.foundAt)]));
  if (changedAt > 0) sentences.push(translate("source_changed", [calendarDate(changedAt)]));
  if (draft.gone) sentences.push(translate("known_gone"));
  if (draft.publishedAs && draft.publishedAt !== undefined) {
    const days = Math.max(0, Math.floor((draft.publishedAt - draft.foundAt) / DAY));
    sentences.push(days === 0 ? translate("source_published_today", [draft.publishedAs]) : translate("source_published", days, [draft.publishedAs, days]));
  }
  return sentences.join(" ");
}
