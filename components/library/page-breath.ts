import type { Breathe } from "../../lib/library/breathe.ts";

/** Long work holds the page no longer than this: half of a frame, since other work comes on top. */
const SLICE_MS = 8;

/** A breath for one piece of long work: where it has held the page for a slice, input and drawing get their turn. */
export function pageBreath(): Breathe {
  let since = performance.now();
  return () => {
    if (performance.now() - since < SLICE_MS) return undefined;
    return nextTask().then(() => {
      since = performance.now();
    });
  };
}

/** A message, since timers that follow each other are held up by several milliseconds. */
function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(undefined);
  });
}
