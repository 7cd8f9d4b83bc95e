import type { LogEvent } from "../paper-event.ts";

/** An author whom the index gave another name in old papers, at a time (epoch ms). */
export interface RenamedAuthor {
  from: string;
  to: string;
  /** That bear the name since; 0 where they are counted under a later step to it. */
  papers: number;
  at: number;
}

/** Two or three a year are known of. */
const MOST = 50;

/**
 * The renamed authors with those of these events, the latest 50. Each old name leads to the newest one, whatever it was
 * in between, and one that was given back has never been away.
 */
export function withRenamings(known: RenamedAuthor[], events: LogEvent[], at: number): RenamedAuthor[] {
  let all = known;
  for (const event of events) {
    if (event.kind !== "renaming" || event.field !== "authors") continue;
    const [from, to] = [event.from[0], event.to[0]];
    // One who became two, or nobody, has no other name.
    if (from === undefined || to === undefined || event.from.length > 1 || event.to.length > 1) continue;
    const before = all.find((one) => one.from === from && one.to === to);
    all = [
      ...all.filter((one) => one !== before).map((one) => (one.to === from ? { ...one, to, papers: 0, at } : one)),
      { from, to, papers: (before?.papers ?? 0) + event.papers, at },
    ].filter((one) => one.from !== one.to && (one.from !== to || one.to === to));
  }
  return all.slice(-MOST);
}
