const LIBRARY = "/library.html";

/** The library's page about a paper series ("P2300"); without one its beginning. */
export function libraryAddress(series?: string): string {
  return series === undefined ? LIBRARY : `${LIBRARY}#/paper/${encodeURIComponent(series.toWellFormed())}`;
}

/** The library's search for these words. */
export function librarySearch(query: string): string {
  return `${LIBRARY}#/search/${encodeURIComponent(query.toWellFormed())}`;
}

/** The library's page about what changed in a paper between two of its documents, named by their ids. */
export function libraryChanges(series: string, before: string, after: string): string {
  return `${LIBRARY}#/${series}/changes/${before}..${after}`;
}
