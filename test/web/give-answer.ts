import { ServerResponse } from "node:http";
import { setTimeout } from "node:timers/promises";
import { breakOff, isGone, type Response, written } from "./response.ts";
import type { Answer, Body } from "./script.ts";

export interface Arrival {
  /** Epoch ms. */
  at: number;
  method: string;
  /** https://host/path */
  url: string;
  /** Names in lower case. */
  headers: Record<string, string>;
  /** "1.1" or "2.0". */
  httpVersion: string;
  /** How many requests were under way at its host when it came, itself included. */
  atOnce: number;
  /** 0 while unanswered, and for good if the connection broke before. */
  status: number;
  /** Of the body, as far as it was sent. */
  bytes: number;
  /** Epoch ms when its answer was over: sent, cut off, or given up by the client; absent while it is under way. */
  endedAt?: number;
}

const PIECE = 64 * 1024;

/** Plays one answer to the end and notes in the arrival what was truly sent. A client that leaves early ends it quietly. */
export async function giveAnswer(answer: Answer, arrival: Arrival, response: Response): Promise<void> {
  if (answer.hang) return;
  await pause(answer.delayMs);
  if (isGone(response)) return;
  if (answer.reset) return breakOff(response);

  const body = typeof answer.body === "string" ? Buffer.from(answer.body) : (answer.body ?? Buffer.alloc(0));
  const status = answer.status ?? (answer.redirectTo === undefined ? 200 : 302);
  const bodyless = status === 204 || status === 304;
  response.writeHead(status, {
    ...(bodyless || typeof body === "function" ? {} : { "content-length": String(body.length) }),
    ...(answer.redirectTo === undefined ? {} : { location: answer.redirectTo }),
    ...answer.headers,
  });
  // HTTP/2 sends them at once.
  if (response instanceof ServerResponse) response.flushHeaders();
  arrival.status = status;

  if (!bodyless && arrival.method !== "HEAD") {
    await pause(answer.bodyDelayMs);
    for await (const piece of inPieces(body, answer.cutAfterBytes)) {
      if (!(await written(piece, response))) return;
      arrival.bytes += piece.length;
    }
    if (answer.cutAfterBytes !== undefined) return breakOff(response);
  }
  response.end();
}

/** Waits without keeping the process alive, so that a long delay does not outlive a closed double. */
async function pause(ms = 0): Promise<void> {
  if (ms > 0) await setTimeout(ms, undefined, { ref: false });
}

/** The body up to that many bytes, in pieces small enough to count by. */
async function* inPieces(body: Exclude<Body, string>, most = Number.POSITIVE_INFINITY): AsyncGenerator<Buffer> {
  let left = most;
  for await (const given of typeof body === "function" ? body() : [body]) {
    for (let start = 0; start < given.length && left > 0; start += PIECE) {
      const piece = given.subarray(start, start + Math.min(PIECE, left));
      left -= piece.length;
      yield piece;
    }
    if (left <= 0) return;
  }
}
