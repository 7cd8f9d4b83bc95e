import { describe, expect, it } from "vitest";
import type { PdfText } from "../pdf-text.ts";
import { type PdfQuestion, readInWorker } from "./read-in-worker.ts";

const TEXT: PdfText = { ok: true, pages: [], title: "Proofs" };
const BYTES = Uint8Array.of(1, 2, 3);

/** A thread that does with its bytes and its port what the test says. */
function threads(work: (bytes: Uint8Array, port: MessagePort, worker: Worker) => void) {
  const ended: boolean[] = [];
  const start = () => {
    const number = ended.push(false) - 1;
    const worker = {
      onerror: null,
      postMessage: ({ bytes }: PdfQuestion, [, port]: [ArrayBuffer, MessagePort]) => work(bytes, port, worker),
      terminate: () => (ended[number] = true),
    } as unknown as Worker;
    return worker;
  };
  return { ended, start };
}

describe("a reader with a thread for each document", () => {
  it("gives its answer, ends the thread, and leaves the bytes to their owner", async () => {
    const given: number[][] = [];
    const { ended, start } = threads((bytes, port) => {
      given.push([...bytes]);
      port.postMessage(TEXT);
    });
    const read = readInWorker(start);
    expect(await Promise.all([read(BYTES), read(BYTES)])).toEqual([TEXT, TEXT]);
    expect([given, ended, [...BYTES]]).toEqual([
      [
        [1, 2, 3],
        [1, 2, 3],
      ],
      [true, true],
      [1, 2, 3],
    ]);
  });

  it("ends a thread that does not answer, when its time is over or the signal says so", async () => {
    const { ended, start } = threads(() => {});
    const tookTooLong = { ok: false, problem: "took-too-long" };
    expect(await readInWorker(start, 20)(BYTES)).toEqual(tookTooLong);
    expect(await readInWorker(start)(BYTES, AbortSignal.abort())).toEqual(tookTooLong);
    expect(await readInWorker(start)(BYTES, AbortSignal.timeout(20))).toEqual(tookTooLong);
    expect(ended).toEqual([true, true, true]);
  });

  it("says so where the thread fails or cannot be started", async () => {
    const { ended, start } = threads((_, __, worker) => worker.onerror?.({} as ErrorEvent));
    const noReader = { ok: false, problem: "no-reader" };
    expect(await readInWorker(start)(BYTES)).toEqual(noReader);
    expect(ended).toEqual([true]);
    const refuse = () => {
      throw new ReferenceError("Worker is not defined");
    };
    expect(await readInWorker(refuse)(BYTES)).toEqual(noReader);
  });
});
