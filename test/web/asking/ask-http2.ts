import { type ClientHttp2Stream, connect } from "node:http2";
import { connect as connectSecurely } from "node:tls";
import { type Address, type Asked, type AskOptions, tunnel } from "./ask.ts";

/** One connection of HTTP/2 to one host, for any number of requests at once. */
export interface Http2Connection {
  /** Rejects where no answer came. */
  ask(url: string, options?: AskOptions): Promise<Asked>;
  close(): void;
}

/** Opens a connection through the proxy; rejects where the proxy refuses, or the host speaks no HTTP/2. */
export async function connectHttp2(proxy: Address, host: string): Promise<Http2Connection> {
  const raw = await tunnel(proxy, `${host}:443`);
  const secured = connectSecurely({ socket: raw, servername: host, ALPNProtocols: ["h2"], rejectUnauthorized: false });
  await new Promise((resolve, reject) => secured.once("secureConnect", resolve).once("error", reject));
  const session = connect(`https://${host}`, { createConnection: () => secured });
  // Each request under way is told of the end of its stream.
  session.on("error", () => session.destroy());

  return {
    ask(url, { method = "GET", headers = {}, leaveAfterBytes = Number.POSITIVE_INFINITY } = {}) {
      const { host, pathname, search } = new URL(url);
      const named = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
      return readAnswer(session.request({ ...named, ":method": method, ":authority": host, ":path": pathname + search }), leaveAfterBytes);
    },
    close: () => session.destroy(),
  };
}

/** Makes one request through the proxy over a connection of its own; rejects where no answer came. */
export async function askHttp2(proxy: Address, url: string, options?: AskOptions): Promise<Asked> {
  const connection = await connectHttp2(proxy, new URL(url).host);
  try {
    return await connection.ask(url, options);
  } finally {
    connection.close();
  }
}

function readAnswer(stream: ClientHttp2Stream, leaveAfterBytes: number): Promise<Asked> {
  const start = performance.now();
  const asked: Asked = { status: 0, headers: {}, body: Buffer.alloc(0), complete: false, headersAfterMs: 0, bodyAfterMs: 0 };
  const pieces: Buffer[] = [];
  let length = 0;
  let broken = new Error("the connection ended without an answer");
  stream.on("response", ({ ":status": status = 0, ...headers }) => {
    asked.status = status;
    asked.headers = headers;
    asked.headersAfterMs = performance.now() - start;
  });
  stream.on("data", (piece: Buffer) => {
    pieces.push(piece);
    length += piece.length;
    if (length >= leaveAfterBytes) stream.destroy();
  });
  stream.on("end", () => {
    asked.complete = true;
  });
  stream.on("error", (error) => {
    broken = error;
  });
  return new Promise((resolve, reject) => {
    stream.on("close", () => {
      if (asked.status === 0) return reject(broken);
      const complete = asked.complete && stream.rstCode === 0 && length < leaveAfterBytes;
      resolve({ ...asked, complete, body: Buffer.concat(pieces), bodyAfterMs: performance.now() - start });
    });
  });
}
