import { useMemo } from "preact/hooks";
import { type Breathe, forEachBreathing } from "../../../lib/library/breathe.ts";
import type { Catalogue, LibrarySeries } from "../../../lib/library/catalogue.ts";
import { activeFilters, explainEmpty, type FoundSeries, filterSeries, type Personal, sortSeries } from "../../../lib/library/filter-series.ts";
import type { Filters, Sort } from "../../../lib/library/filters.ts";
import type { Sought } from "../../../lib/search/marks-in.ts";
import type { EveryHit } from "../../../lib/search/search.ts";
import { useBreathing } from "../use-breathing.ts";

export interface Found {
  rows: FoundSeries[];
  /** What was looked for in them; absent where no text was. */
  sought?: Sought;
  /** How many there are without any filter. */
  of: number;
  /** Where nothing is found although there would be something: which filters stand in the way. */
  reasons: Awaited<ReturnType<typeof explainEmpty>>;
}

interface Wanted {
  catalogue: Catalogue;
  /** The hits of the typed text; undefined where none is typed. */
  hits: EveryHit | undefined;
  filters: Filters;
  /** Undefined: hits stay as they come, best first; everything else newest first. */
  sort: Sort | undefined;
  personal: Personal;
}

/** The papers that are asked for, sorted; undefined until they are first found. */
export function useFound({ catalogue, hits, filters, sort, personal }: { [Name in keyof Wanted]: Wanted[Name] | undefined }): Found | undefined {
  const filterKey = JSON.stringify(filters);
  // Watches and marks of reading change often; a list that does not ask for them stays as it is.
  const isPersonal = filters?.watched !== undefined || filters?.unread !== undefined;
  const wanted = useMemo(
    () => (catalogue && filters && personal ? { catalogue, hits, filters, sort, personal } : undefined),
    [catalogue, hits, filterKey, sort, isPersonal ? personal : personal !== undefined],
  );
  return useBreathing(async (breathe) => wanted && find(wanted, breathe), [wanted]);
}

async function find({ catalogue, hits, filters, sort, personal }: Wanted, breathe: Breathe): Promise<Found> {
  const base = hits ? await seriesOf(hits, catalogue, breathe) : [...catalogue.series.values()];
  const rows = await filterSeries(base, filters, personal, breathe);
  await breathe();
  if (sort || !hits) sortSeries(rows, sort ?? "newest");
  // Drawing them is long enough by itself.
  await breathe();
  const isExplained = rows.length === 0 && activeFilters(filters).length > 0;
  const reasons = isExplained ? await explainEmpty(base, filters, personal, breathe) : [];
  return { rows, of: base.length, reasons, ...(hits && { sought: hits.sought }) };
}

async function seriesOf({ series: ids }: EveryHit, catalogue: Catalogue, breathe: Breathe): Promise<LibrarySeries[]> {
  const found: LibrarySeries[] = [];
  await forEachBreathing(ids, breathe, (id) => {
    const series = catalogue.series.get(id);
    if (series) found.push(series);
  });
  return found;
}
