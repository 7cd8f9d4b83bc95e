import { type IncomingHttpHeaders, type IncomingMessage, request as plainRequest } from "node:http";
import { Agent, request as secureRequest } from "node:https";
import type { Socket } from "node:net";
import { connect } from "node:tls";

export interface Asked {
  status: number;
  headers: IncomingHttpHeaders;
  body: Buffer;
  /** False if the connection broke before the announced length. */
  complete: boolean;
  /** Since the request was sent. */
  headersAfterMs: number;
  bodyAfterMs: number;
}

export interface Address {
  host: string;
  port: number;
}

export interface AskOptions {
  method?: string;
  headers?: Record<string, string>;
  /** Leaves (destroys the connection) once this many bytes of the body came. */
  leaveAfterBytes?: number;
}

/** Opens a tunnel as a browser does; rejects with the proxy's status if it refuses. */
export function tunnel(proxy: Address, target: string): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const request = plainRequest({ ...proxy, method: "CONNECT", path: target, agent: false });
    request.on("connect", (response, socket) => {
      if (response.statusCode === 200) return resolve(socket as Socket);
      socket.destroy();
      reject(new Error(`proxy answered ${response.statusCode}`));
    });
    request.on("error", reject).end();
  });
}

/** Makes one request through the proxy over a connection of its own; rejects where no answer came. */
export async function ask(proxy: Address, url: string, { method = "GET", headers = {}, leaveAfterBytes }: AskOptions = {}): Promise<Asked> {
  const { hostname, port, pathname, search } = new URL(url);
  const raw = await tunnel(proxy, `${hostname}:${port || 443}`);
  const secured = connect({ socket: raw, servername: hostname, rejectUnauthorized: false });
  // Any agent at all: without one node adds "connection: close", which no browser does.
  const agent = new Agent({ keepAlive: true });
  agent.createConnection = () => secured;

  const start = performance.now();
  try {
    const response = await new Promise<IncomingMessage>((resolve, reject) => {
      const request = secureRequest({ agent, hostname, path: pathname + search, method, headers });
      request.on("response", resolve).on("error", reject).end();
    });
    const headersAfterMs = performance.now() - start;
    const { body, complete } = await readBody(response, leaveAfterBytes);
    return { status: response.statusCode ?? 0, headers: response.headers, body, complete, headersAfterMs, bodyAfterMs: performance.now() - start };
  } finally {
    secured.destroy();
  }
}

function readBody(response: IncomingMessage, leaveAfterBytes = Number.POSITIVE_INFINITY): Promise<{ body: Buffer; complete: boolean }> {
  return new Promise((resolve) => {
    const pieces: Buffer[] = [];
    let length = 0;
    response.on("data", (piece: Buffer) => {
      pieces.push(piece);
      length += piece.length;
      if (length >= leaveAfterBytes) response.destroy();
    });
    // "close" follows and says whether all of it came.
    response.on("error", () => response.destroy());
    response.on("close", () => resolve({ body: Buffer.concat(pieces), complete: response.complete }));
  });
}
