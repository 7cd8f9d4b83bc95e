import type { Watch } from "../watch.ts";
import { canonicalWatch } from "./canonical-watch.ts";

/** True where both ask for the same, however they were spelled: "d2300" and "P2300". */
export function isSameWatch(a: Watch, b: Watch): boolean {
  if (a.kind !== b.kind) return false;
  return a.text === b.text || canonicalWatch(a)?.text === (canonicalWatch(b)?.text ?? b.text);
}
