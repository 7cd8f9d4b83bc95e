import type { MessageKey, Translate } from "../../../../lib/language/translate.ts";
import { DRAFT_HOST, INDEX_HOST, LISTING_HOST } from "../../../../lib/terms/work-names.ts";

const PURPOSES: Record<string, MessageKey> = {
  [INDEX_HOST]: "host_wg21_link",
  [DRAFT_HOST]: "host_isocpp",
  [LISTING_HOST]: "host_open_std",
};

/** What a host is asked for, in a sentence; undefined for one that this version does not know. */
export function hostPurpose(host: string, translate: Translate): string | undefined {
  const key = Object.hasOwn(PURPOSES, host) ? PURPOSES[host] : undefined;
  return key && translate(key);
}
