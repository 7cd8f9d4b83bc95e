import { PDF_LIMITS, type PdfExtent } from "../../limits.ts";
import type { PdfReader, PdfText } from "../pdf-text.ts";

/** What a thread is asked. */
export interface PdfQuestion {
  bytes: Uint8Array<ArrayBuffer>;
  extent: PdfExtent;
}

/** A reader that starts a thread for each document and ends it with what it does, so that no document can hang it or keep its memory. */
export function readInWorker(startWorker: () => Worker, limitMs?: number): PdfReader {
  return async (bytes, signal, extent = "first-pages") => {
    let worker: Worker | undefined;
    try {
      worker = startWorker();
      return await answerOf(
        worker,
        { bytes: new Uint8Array(bytes), extent },
        AbortSignal.any([AbortSignal.timeout(limitMs ?? PDF_LIMITS[extent].limitMs), ...(signal ? [signal] : [])]),
      );
    } catch {
      return { ok: false, problem: "no-reader" };
    } finally {
      worker?.terminate();
    }
  };
}

/** Rejects where the thread fails as a whole. The answer has a port of its own, since pdf.js writes to the thread's, too. */
function answerOf(worker: Worker, question: PdfQuestion, limit: AbortSignal): Promise<PdfText> {
  const { port1, port2 } = new MessageChannel();
  const answer = new Promise<PdfText>((resolve, reject) => {
    port1.onmessage = ({ data }: MessageEvent<PdfText>) => resolve(data);
    worker.onerror = () => reject(new Error("the thread that reads PDF has failed"));
    const giveUp = () => resolve({ ok: false, problem: "took-too-long" });
    limit.addEventListener("abort", giveUp, { once: true });
    if (limit.aborted) giveUp();
    worker.postMessage(question, [question.bytes.buffer, port2]);
  });
  return answer.finally(() => port1.close());
}
