/**
 * Which matches a person has seen: at first (`seen` is undefined) all that are `unread`, the newest first; later also what
 * comes at the top of the list while that is in sight. What comes further down has not been noticed: that of an import, or
 * found while the clock was set back.
 */
export function seenMatches(seen: ReadonlySet<string> | undefined, unread: readonly string[], isTopInSight: boolean): ReadonlySet<string> {
  if (!seen) return new Set(unread);
  if (!isTopInSight) return seen;
  const known = unread.findIndex((id) => seen.has(id));
  return seen.union(new Set(known < 0 ? unread : unread.slice(0, known)));
}
