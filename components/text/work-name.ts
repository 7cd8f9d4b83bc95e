import type { MessageKey, Translate } from "../../lib/language/translate.ts";

const NAMES: Record<string, MessageKey> = {
  "check-index": "work_check_index",
  "compare-index": "work_compare_index",
  "check-listing": "work_check_listing",
  "probe-drafts": "work_probe_drafts",
  "read-draft": "work_read_draft",
  "read-document": "work_read_document",
  "compare-revision": "work_compare_revision",
  "read-revisions": "work_read_revisions",
  "read-feed": "work_read_feed",
  "verify-draft": "work_verify_draft",
  "watch-over": "work_watch_over",
  sync: "work_sync",
  listen: "work_listen",
  tell: "work_tell",
  tidy: "work_tidy",
  matcher: "work_matcher",
  notifier: "work_notifier",
  reader: "work_reader",
};

/** A schedule, a kind of job or a listener in words; one that this version does not know as it is. */
export function workName(name: string, translate: Translate): string {
  // A feed's schedule has its address behind.
  const kind = name.split(" ", 1)[0] ?? "";
  const key = Object.hasOwn(NAMES, kind) ? NAMES[kind] : undefined;
  return key ? translate(key) : name;
}
