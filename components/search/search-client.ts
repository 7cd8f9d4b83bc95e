import type { SearchAnswer, SearchQuestion } from "./search-messages.ts";
import type { startSearch } from "./start-search.ts";

export interface SearchClient {
  /** Lets the search get ready for a question that will come. */
  warm(): void;
  /** Asks until the returned function is called; the answer comes anew whenever the index changes. */
  ask(query: string, limit: SearchQuestion["limit"], listener: (answer: SearchAnswer) => void): () => void;
}

/** Asks a thread, started with the first question; where there can be none, or it breaks, the page searches itself. */
export function createSearchClient(startWorker: () => Worker, loadSearch: () => Promise<typeof startSearch>): SearchClient {
  const asked = new Map<number, { question: SearchQuestion; listener: (answer: SearchAnswer) => void }>();
  let send: ((question: SearchQuestion) => void) | undefined;
  let askers = 0;

  const receive = (answer: SearchAnswer) => asked.get(answer.asker)?.listener(answer);
  const searchHere = () => {
    send = () => {};
    loadSearch().then(
      (start) => {
        send = start(receive);
        for (const { question } of asked.values()) send(question);
      },
      (error) => {
        // The next question tries again.
        send = undefined;
        for (const { question } of asked.values()) receive({ ...question, failed: String(error) });
      },
    );
  };
  const start = () => {
    try {
      const worker = startWorker();
      worker.onmessage = ({ data }: MessageEvent<SearchAnswer>) => receive(data);
      worker.onerror = () => {
        worker.terminate();
        worker.onmessage = null;
        searchHere();
      };
      send = (question) => worker.postMessage(question);
    } catch {
      searchHere();
    }
  };
  const put = (question: SearchQuestion) => {
    if (!send) start();
    send?.(question);
  };
  return {
    warm() {
      if (!send) put({ asker: 0, query: "", limit: 0 });
    },
    ask(query, limit, listener) {
      const asker = ++askers;
      const question = { asker, query, limit };
      asked.set(asker, { question, listener });
      put(question);
      return () => {
        asked.delete(asker);
        send?.({ asker, query: "", limit: 0 });
      };
    },
  };
}

/** The page's search. Neither the thread nor the code of the search is loaded before it is asked. */
export const searchClient = createSearchClient(
  () => new Worker(new URL("./search-worker.ts", import.meta.url), { type: "module" }),
  async () => (await import("./start-search.ts")).startSearch,
);
