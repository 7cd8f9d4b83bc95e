import { expect, it } from "vitest";
import { askThread, type Thread } from "./ask-thread.ts";

const question = { words: [["ring"]], texts: [{ id: "P1R0", page: "A ring" }] };
const BY_PAGE = [{ id: "P1R0", excerpt: { text: "A ring" } }];

/** Threads that answer so many questions, each of them with nothing, and then die. */
function threads(answers: number) {
  const state = { started: 0, asked: 0, ended: 0 };
  const start = (): Thread => {
    state.started++;
    let isDead = false;
    const thread: Thread = {
      onmessage: null,
      onerror: null,
      terminate: () => state.ended++,
      postMessage() {
        state.asked++;
        if (isDead) return;
        isDead = state.asked > answers;
        queueMicrotask(() => {
          if (isDead) thread.onerror?.call(thread as Worker, new Event("error") as ErrorEvent);
          else thread.onmessage?.call(thread as Worker, { data: { hits: [] } } as MessageEvent);
        });
      },
    };
    return thread;
  };
  return { state, start };
}

it("a thread answers one question after the other", async () => {
  const { state, start } = threads(2);
  const ask = askThread(start, new AbortController().signal);
  expect([await ask(question), await ask(question)]).toEqual([[], []]);
  expect(state).toEqual({ started: 1, asked: 2, ended: 0 });
});

it("where it has died the page answers, that question and all that come", async () => {
  const { state, start } = threads(1);
  const ask = askThread(start, new AbortController().signal);
  expect(await ask(question)).toEqual([]);
  for (const _ of [1, 2]) expect(await ask(question)).toMatchObject(BY_PAGE);
  expect(state).toEqual({ started: 1, asked: 2, ended: 1 });
});

it("where there can be none the page answers", async () => {
  const ask = askThread(() => {
    throw new Error("none");
  }, new AbortController().signal);
  expect(await ask(question)).toMatchObject(BY_PAGE);
});
