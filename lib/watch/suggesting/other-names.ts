import type { Paper } from "../../papers/paper.ts";
import type { Series } from "../../papers/series.ts";
import { namesAgree, surnamesAgree } from "../names/names-agree.ts";

/** Another spelling of a watched author that the index itself shows to be of the same person. */
export interface OtherName {
  name: string;
  /** It stands in newer papers than the watched one: it is what the person is called now. */
  isNewer: boolean;
}

const MOST = 3;

/**
 * The names that took the place of a watched one, or gave it up, from one revision of a paper to the next, with the same
 * surname: Sy Brand for Simon Brand. A name of another surname is more often another author, so it is no evidence. Newest first.
 */
export function otherNames(all: Iterable<Series>, isWatched: (name: string) => boolean): OtherName[] {
  const seen = new Map<string, string>();
  let newestWatched = "";
  for (const { revisions } of all) {
    for (const [i, paper] of revisions.entries()) {
      if (paper.authors.some(isWatched)) newestWatched = newest(newestWatched, paper.date);
      const before = revisions[i - 1];
      for (const [old, now] of before ? renamed(before, paper) : []) {
        if (isWatched(old) === isWatched(now)) continue;
        const [name, date] = isWatched(old) ? [now, paper.date] : [old, before?.date];
        const spelling = name.normalize("NFC");
        seen.set(spelling, newest(seen.get(spelling) ?? "", date));
      }
    }
  }
  const found: OtherName[] = [];
  for (const [name, date] of [...seen].sort(([, a], [, b]) => (a < b ? 1 : a > b ? -1 : 0)))
    if (found.length < MOST && !found.some((one) => namesAgree(one.name, name))) found.push({ name, isNewer: date > newestWatched });
  return found;
}

/** [who is gone, who has come] of one surname, where there is one of each. */
function renamed(before: Paper, after: Paper): [string, string][] {
  const gone = without(before.authors, after.authors);
  const come = gone.length > 0 ? without(after.authors, before.authors) : [];
  return gone.flatMap((old) => {
    const [now, another] = come.filter((name) => surnamesAgree(old, name));
    const isOnly = gone.filter((name) => surnamesAgree(old, name)).length === 1;
    return now !== undefined && another === undefined && isOnly ? [[old, now] satisfies [string, string]] : [];
  });
}

function without(names: string[], others: string[]): string[] {
  return names.filter((name) => !others.some((other) => namesAgree(name, other)));
}

function newest(date: string, other = ""): string {
  return other > date ? other : date;
}
