import type { IncomingMessage, ServerResponse } from "node:http";
import { constants, type Http2ServerRequest, type Http2ServerResponse } from "node:http2";

/** What came, and what answers it, over HTTP/1.1 or HTTP/2. */
export type Message = IncomingMessage | Http2ServerRequest;
export type Response = (ServerResponse | Http2ServerResponse) & WritesAlike;

/** What both can do; their own types say it in ways that exclude each other. */
interface WritesAlike {
  writeHead(status: number, headers: Record<string, string>): unknown;
  write(piece: Buffer, done: (error?: Error | null) => void): boolean;
}

/**
 * Ends an answer where it stands, so that the client knows it as broken. HTTP/1.1 loses its connection. HTTP/2 loses the one
 * stream (RST_STREAM, INTERNAL_ERROR); what else is under way on the connection goes on, as it would on connections of its own.
 */
export function breakOff(response: Response): void {
  if ("stream" in response) response.stream.close(constants.NGHTTP2_INTERNAL_ERROR);
  else response.destroy();
}

/** Whether nobody is there any more to hear the answer. */
export function isGone(response: Response): boolean {
  return "stream" in response ? response.stream.closed || response.stream.destroyed : response.destroyed;
}

/** True once the piece has left for the client, false if the client is gone. */
export function written(piece: Buffer, response: Response): Promise<boolean> {
  if (isGone(response)) return Promise.resolve(false);
  return new Promise((resolve) => {
    // HTTP/1.1 says nothing of a piece that waits for its client when the connection ends.
    const leave = () => resolve(false);
    response.once("close", leave);
    response.write(piece, (error?: Error | null) => {
      response.off("close", leave);
      resolve(!error);
    });
  });
}
