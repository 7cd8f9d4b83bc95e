import { frontier } from "../../lib/papers/frontier.ts";
import type { Paper } from "../../lib/papers/paper.ts";
import { groupSeries, seriesOf } from "../../lib/papers/series.ts";

/**
 * The newest papers of an index, so many of them: the index without them stands for the day before. Numbers beyond the
 * frontier and papers without author or title are left out. One is a new revision, where there is such a one.
 */
export function newestPapers(entries: Map<string, Paper>, count: number): Paper[] {
  const last = frontier(entries.values());
  const series = groupSeries(entries.values());
  const candidates = [...entries.values()]
    .filter((paper) => paper.prefix === "P" && seriesOf(paper) && paper.authors.length > 0 && paper.title !== "" && (paper.number ?? 0) <= last)
    .sort((a, b) => (b.date ?? "").localeCompare(a.date ?? "") || (b.number ?? 0) - (a.number ?? 0) || (b.revision ?? 0) - (a.revision ?? 0));
  const isRevision = (paper: Paper) => series.get(seriesOf(paper) ?? "")?.revisions.some(({ revision = 0 }) => revision < (paper.revision ?? 0));
  const newest = candidates.slice(0, count);
  const revision = newest.some(isRevision) ? undefined : candidates.find(isRevision);
  return revision ? [...newest.slice(0, count - 1), revision] : newest;
}
