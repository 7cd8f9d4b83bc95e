import { Worker } from "node:worker_threads";
import { PDF_LIMIT_MS } from "../../../lib/first-page/limits.ts";
import type { PdfReader, PdfText } from "../../../lib/first-page/pdf/pdf-text.ts";

let idle: Worker | undefined;

/** The reader of PDF for Node: in a thread that stays for the next file, so that none can end the process, keep it busy or fill it. */
export const readPdfApart: PdfReader = async (bytes) => {
  const thread = idle ?? new Worker(new URL("./pdf-thread.ts", import.meta.url), { resourceLimits: { maxOldGenerationSizeMb: 1_024 } });
  idle = undefined;
  thread.ref();
  const read = await answerOf(thread, bytes);
  if (read) {
    thread.unref();
    idle = thread;
    return read;
  }
  await thread.terminate();
  return { ok: false, problem: "took-too-long" };
};

/** Undefined where the thread gives none in time. One that ended had a file that it could not bear. */
function answerOf(thread: Worker, bytes: Uint8Array): Promise<PdfText | undefined> {
  const { promise, resolve } = Promise.withResolvers<PdfText | undefined>();
  const limit = setTimeout(() => resolve(undefined), PDF_LIMIT_MS);
  const onEnd = () => resolve(undefined);
  thread.once("message", resolve).once("error", onEnd).once("exit", onEnd);
  thread.postMessage(bytes);
  return promise.finally(() => {
    clearTimeout(limit);
    thread.off("message", resolve).off("error", onEnd).off("exit", onEnd);
  });
}
