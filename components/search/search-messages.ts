import type { EveryHit, SearchHit } from "../../lib/search/search.ts";

/** What a page asks of the search. It is answered, and answered anew whenever the index changes, until the same asker asks something else or nothing. */
export interface SearchQuestion {
  /** Numbers who asks. */
  asker: number;
  /** "" asks nothing, but lets the search get ready. */
  query: string;
  /** So many of the best hits; "every" asks for all of them, without marks. */
  limit: number | "every";
}

/** `hits` or, where every hit was asked for, `every`; neither where the search has failed. */
export interface SearchAnswer extends SearchQuestion {
  hits?: SearchHit[];
  every?: EveryHit;
  /** Why it has. */
  failed?: string;
}
