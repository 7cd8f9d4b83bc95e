import { Worker } from "node:worker_threads";
import { PDF_LIMITS } from "../../../lib/document/limits.ts";
import type { PdfReader, PdfText } from "../../../lib/document/pdf/pdf-text.ts";
import type { PdfQuestion } from "../../../lib/document/pdf/reader/read-in-worker.ts";

let idle: Worker | undefined;

/** The reader of PDF for Node: in a thread that stays for the next file, so that none can end the process, keep it busy or fill it. */
export const readPdfApart: PdfReader = async (bytes, _signal, extent = "first-pages") => {
  const thread = idle ?? new Worker(new URL("./pdf-thread.ts", import.meta.url), { resourceLimits: { maxOldGenerationSizeMb: 1_024 } });
  idle = undefined;
  thread.ref();
  const read = await answerOf(thread, { bytes: new Uint8Array(bytes), extent });
  if (read) {
    thread.unref();
    idle = thread;
    return read;
  }
  await thread.terminate();
  return { ok: false, problem: "took-too-long" };
};

/** Undefined where the thread gives none in time. One that ended had a file that it could not bear. */
function answerOf(thread: Worker, question: PdfQuestion): Promise<PdfText | undefined> {
  const { promise, resolve } = Promise.withResolvers<PdfText | undefined>();
  const limit = setTimeout(() => resolve(undefined), PDF_LIMITS[question.extent].limitMs);
  const onEnd = () => resolve(undefined);
  thread.once("message", resolve).once("error", onEnd).once("exit", onEnd);
  thread.postMessage(question);
  return promise.finally(() => {
    clearTimeout(limit);
    thread.off("message", resolve).off("error", onEnd).off("exit", onEnd);
  });
}
