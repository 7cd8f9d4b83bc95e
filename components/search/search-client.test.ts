import { describe, expect, it } from "vitest";
import { createSearchClient } from "./search-client.ts";
import type { SearchAnswer, SearchQuestion } from "./search-messages.ts";
import type { startSearch } from "./start-search.ts";

/** Threads that note what they are asked and answer when the test says so. */
function threads() {
  const started: { worker: Worker; questions: SearchQuestion[]; ended: boolean }[] = [];
  const start = () => {
    const thread = { questions: [] as SearchQuestion[], ended: false, worker: undefined as unknown as Worker };
    thread.worker = {
      onmessage: null,
      onerror: null,
      postMessage: (question: SearchQuestion) => thread.questions.push(question),
      terminate: () => {
        thread.ended = true;
      },
    } as unknown as Worker;
    started.push(thread);
    return thread.worker;
  };
  return { started, start };
}

/** A search of the page that finds nothing, at once. */
const searchHere: typeof startSearch = (tell) => (question) => tell({ ...question, hits: [] });
const never = (): Promise<typeof startSearch> => Promise.reject(new Error("the page is not to search"));
const answer = (worker: Worker, question: SearchQuestion | undefined) => worker.onmessage?.({ data: { ...question, hits: [] } } as MessageEvent);
const later = () => new Promise((resolve) => setTimeout(resolve));

describe("the page's way to the search", () => {
  it("starts one thread with the first question and hands on its answers, the later ones too", () => {
    const { started, start } = threads();
    const client = createSearchClient(start, never);
    expect(started).toHaveLength(0);
    client.warm();
    client.warm();
    const answers: SearchAnswer[] = [];
    client.ask("zip", 5, (one) => answers.push(one));
    expect(started).toHaveLength(1);
    const [thread] = started;
    expect(thread?.questions.map(({ query }) => query)).toEqual(["", "zip"]);
    for (let times = 0; times < 2 && thread; times++) answer(thread.worker, thread.questions[1]);
    expect(answers.map(({ query, limit }) => [query, limit])).toEqual([
      ["zip", 5],
      ["zip", 5],
    ]);
  });

  it("drops the answer to a question that is no longer asked, and says so", () => {
    const { started, start } = threads();
    const client = createSearchClient(start, never);
    const answers: SearchAnswer[] = [];
    const stop = client.ask("zi", 5, (one) => answers.push(one));
    stop();
    const [thread] = started;
    if (thread) answer(thread.worker, thread.questions[0]);
    expect(answers).toEqual([]);
    expect(thread?.questions.at(-1)).toEqual({ asker: thread?.questions[0]?.asker, query: "", limit: 0 });
  });

  it("searches in the page where no thread can be started", async () => {
    const refuse = () => {
      throw new ReferenceError("Worker is not defined");
    };
    const client = createSearchClient(refuse, async () => searchHere);
    const answers: SearchAnswer[] = [];
    client.ask("zip", 5, (one) => answers.push(one));
    await later();
    client.ask("view", 5, (one) => answers.push(one));
    expect(answers.map(({ query, hits }) => [query, hits])).toEqual([
      ["zip", []],
      ["view", []],
    ]);
  });

  it("asks in the page what a thread that broke was asked", async () => {
    const { started, start } = threads();
    const client = createSearchClient(start, async () => searchHere);
    const answers: SearchAnswer[] = [];
    client.ask("zip", 5, (one) => answers.push(one));
    client.ask("no longer", 5, (one) => answers.push(one))();
    started[0]?.worker.onerror?.({} as ErrorEvent);
    await later();
    expect(started[0]?.ended).toBe(true);
    expect(answers.map(({ query }) => query)).toEqual(["zip"]);
  });

  it("says why where there is no search at all, and tries again at the next question", async () => {
    let isThere = false;
    const refuse = () => {
      throw new Error("no threads");
    };
    const load = async () => {
      if (!isThere) throw new Error("gone");
      return searchHere;
    };
    const client = createSearchClient(refuse, load);
    const answers: SearchAnswer[] = [];
    const stop = client.ask("zip", 5, (one) => answers.push(one));
    await later();
    expect(answers[0]?.failed).toContain("gone");
    stop();
    isThere = true;
    client.ask("zip", 5, (one) => answers.push(one));
    await later();
    expect(answers.at(-1)?.hits).toEqual([]);
  });
});
