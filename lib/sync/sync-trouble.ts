/** Why machines do not share at present. Nothing on this machine is lost by any of it. */
export type SyncTrouble =
  /** There is no room for so many bytes in the browser's store. */
  | { kind: "too-large"; bytes: number }
  /** The browser wants fewer writings; it is tried again. */
  | { kind: "too-often" }
  /** Another machine has a newer version, which wrote what this one cannot read. */
  | { kind: "newer-version" }
  /** The browser's store gives an error, in its own words. */
  | { kind: "unavailable"; message: string };

/** What the browser means by an error of its store; `bytes` is the size of what was to be written. */
export function syncTrouble(error: unknown, bytes: number): SyncTrouble {
  const message = error instanceof Error ? error.message : String(error);
  // Chrome names the limit, Firefox throws a QuotaExceededError.
  if (/WRITE_OPERATIONS/.test(message)) return { kind: "too-often" };
  if (/quota|MAX_ITEMS/i.test(message)) return { kind: "too-large", bytes };
  return { kind: "unavailable", message: message.slice(0, 300) };
}
