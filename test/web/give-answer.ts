import type { ServerResponse } from "node:http";
import { setTimeout } from "node:timers/promises";
import type { Answer } from "./script.ts";

export interface Arrival {
  /** Epoch ms. */
  at: number;
  method: string;
  /** https://host/path */
  url: string;
  /** Names in lower case. */
  headers: Record<string, string>;
  /** 0 while unanswered, and for good if the connection broke before. */
  status: number;
  /** Of the body, as far as it was sent. */
  bytes: number;
}

const PIECE = 64 * 1024;

/** Plays one answer to the end and notes in the arrival what was truly sent. A client that leaves early ends it quietly. */
export async function giveAnswer(answer: Answer, arrival: Arrival, response: ServerResponse): Promise<void> {
  if (answer.hang) return;
  await pause(answer.delayMs);
  if (response.destroyed) return;
  if (answer.reset) {
    response.destroy();
    return;
  }

  const body = Buffer.from(answer.body ?? "");
  const status = answer.status ?? (answer.redirectTo === undefined ? 200 : 302);
  const bodyless = status === 204 || status === 304;
  response.writeHead(status, {
    ...(bodyless ? {} : { "content-length": String(body.length) }),
    ...(answer.redirectTo === undefined ? {} : { location: answer.redirectTo }),
    ...answer.headers,
  });
  response.flushHeaders();
  arrival.status = status;

  if (!bodyless && arrival.method !== "HEAD") {
    await pause(answer.bodyDelayMs);
    const sent = body.subarray(0, answer.cutAfterBytes);
    for (let start = 0; start < sent.length; start += PIECE) {
      const piece = sent.subarray(start, start + PIECE);
      if (!(await written(piece, response))) return;
      arrival.bytes += piece.length;
    }
    if (answer.cutAfterBytes !== undefined) {
      response.destroy();
      return;
    }
  }
  response.end();
}

/** Waits without keeping the process alive, so that a long delay does not outlive a closed double. */
async function pause(ms = 0): Promise<void> {
  if (ms > 0) await setTimeout(ms, undefined, { ref: false });
}

/** True once the piece has left for the client, false if the client is gone. */
function written(piece: Buffer, response: ServerResponse): Promise<boolean> {
  return new Promise((resolve) => response.write(piece, (error) => resolve(!error)));
}
