import type { Watch } from "../watch.ts";
import { formatWatch } from "./format-watch.ts";
import { parseWatch } from "./parse-watch.ts";

/** The watch as parseWatch makes it of its own text, so that two of the same are equal; undefined where nobody can watch such a thing. */
export function canonicalWatch(watch: Watch): Watch | undefined {
  const parsed = parseWatch(formatWatch(watch));
  return parsed.ok ? parsed.watch : undefined;
}
