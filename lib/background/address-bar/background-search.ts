import { createSearch, type Search } from "../../search/search.ts";
import type { Database } from "../../store/database/database.ts";
import { searchablePapers, searchableStamp } from "../../store/index/searchable-papers.ts";

export interface BackgroundSearch {
  /** The search over what is known now: made when it is first wanted, and anew when the papers have changed. */
  current: () => Promise<Search>;
  /** The one that is there, be it of yesterday; undefined where none was made yet. */
  ready: () => Search | undefined;
}

/** The background has no threads of its own in Chrome, so its search lives in it, from the first question until it is ended. */
export function backgroundSearch(database: () => Promise<Database>): BackgroundSearch {
  let made: { stamp: string; search: Search } | undefined;
  let making: Promise<Search> | undefined;
  const make = async () => {
    const db = await database();
    const stamp = await searchableStamp(db);
    if (made?.stamp !== stamp) made = { stamp, search: createSearch(await searchablePapers(db)) };
    return made.search;
  };
  return {
    current() {
      making ??= make().finally(() => {
        making = undefined;
      });
      return making;
    },
    ready: () => made?.search,
  };
}
