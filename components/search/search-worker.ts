import type { SearchQuestion } from "./search-messages.ts";
import { startSearch } from "./start-search.ts";

/** The thread that searches, so that no page has to wait for it. */
const ask = startSearch((answer) => self.postMessage(answer));
self.onmessage = ({ data }: MessageEvent<SearchQuestion>) => ask(data);
