/** Where somebody was in a list when they left it by one of its links; kept with the page's entry in the browser's history. */
export interface ListPlace {
  key: string;
  /** Pixels from the top of the page. */
  scroll: number;
}

/** To be called before the link is followed. */
export function keepListPlace(place: ListPlace): void {
  history.replaceState({ listPlace: place }, "");
}

/** A place leads back once: whoever stays and types is not to be carried off to it. */
export function forgetListPlace(): void {
  history.replaceState(null, "");
}

/** The place that was kept, where the person has come back to the list; undefined where they have come anew. */
export function keptListPlace(): ListPlace | undefined {
  const place = (history.state as { listPlace?: Partial<ListPlace> } | null)?.listPlace;
  return typeof place?.key === "string" && typeof place.scroll === "number" ? { key: place.key, scroll: place.scroll } : undefined;
}
