import type { TextHit, TextsQuestion } from "./search-texts.ts";

/** What is used of a thread. */
export type Thread = Pick<Worker, "postMessage" | "terminate" | "onmessage" | "onerror">;

/**
 * Takes one question after the other; what is asked when nobody wants to know any more is never answered.
 * Where there can be no thread, or it has died, the page looks itself.
 */
export function askThread(start: () => Thread, signal: AbortSignal): (question: TextsQuestion) => Promise<TextHit[]> {
  let thread: Thread | undefined;
  let isDead = false;
  signal.addEventListener("abort", () => thread?.terminate());
  const here = async (question: TextsQuestion) => {
    thread?.terminate();
    thread = undefined;
    isDead = true;
    return (await import("./search-texts.ts")).searchTexts(question);
  };
  return (question) =>
    new Promise((resolve, reject) => {
      if (signal.aborted) return;
      if (isDead) return void here(question).then(resolve, reject);
      try {
        thread ??= start();
        thread.onmessage = ({ data }: MessageEvent<{ hits: TextHit[] }>) => resolve(data.hits);
        thread.onerror = () => here(question).then(resolve, reject);
        thread.postMessage(question);
      } catch {
        here(question).then(resolve, reject);
      }
    });
}
