import { type Arrival, INDEX_URL, type Web } from "../../web/web.ts";

/** The requests for the index, in the order of their arrival. */
export function indexRequests(web: Web): Arrival[] {
  return web.arrivals.filter(({ url }) => url === INDEX_URL);
}
