import { searchTexts, type TextsQuestion } from "./search-texts.ts";

/** The thread that looks through texts: unpacking and folding megabytes would hold the page up. Each question has its answer, in their order. */
let before: Promise<unknown> = Promise.resolve();
self.onmessage = ({ data }: MessageEvent<TextsQuestion>) => {
  before = before
    .then(() => searchTexts(data))
    .then(
      (hits) => self.postMessage({ hits }),
      (error: unknown) => self.postMessage({ hits: [], failed: String(error) }),
    );
};
