import { formatWatch } from "../watch/syntax/format-watch.ts";
import { parseWatch } from "../watch/syntax/parse-watch.ts";

export const LONGEST_NAME = 100;

/** A watch as all machines write it, so that the same one has one text; as it stands where only a newer version knows it. */
export function sharedWatch(text: string): string {
  const parsed = parseWatch(text);
  return (parsed.ok ? formatWatch(parsed.watch) : text).toWellFormed();
}

/** A list's name as a store can keep it: whole characters, and no more than 100. */
export function sharedName(name: string): string {
  return name.slice(0, LONGEST_NAME).toWellFormed();
}
