const LIBRARY = "/library.html";

/** The library's page about a paper series ("P2300"); without one its beginning. */
export function libraryAddress(series?: string): string {
  return series === undefined ? LIBRARY : `${LIBRARY}#/paper/${encodeURIComponent(series.toWellFormed())}`;
}

/** The library's search for these words. */
export function librarySearch(query: string): string {
  return `${LIBRARY}#/search/${encodeURIComponent(query.toWellFormed())}`;
}
