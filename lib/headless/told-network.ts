import { request as plainRequest } from "node:http";
import { request } from "node:https";
import type { Socket } from "node:net";
import { Readable } from "node:stream";
import { connect } from "node:tls";

/** A proxy on this machine that stands in for the hosts. */
export interface Proxy {
  host: string;
  port: number;
}

/** `fetch` that speaks to nobody but that proxy, by a tunnel for each request; whose certificate it shows does not matter. Redirects are answers. */
export function toldFetch(proxy: Proxy): typeof fetch {
  return async (input, { method = "GET", headers, signal } = {}) => {
    const url = new URL(String(input));
    signal?.throwIfAborted();
    const socket = connect({ socket: await tunnel(proxy, `${url.hostname}:443`), servername: url.hostname, rejectUnauthorized: false });
    const stop = () => socket.destroy(new Error("It was given up."));
    signal?.addEventListener("abort", stop);
    return new Promise<Response>((resolve, reject) => {
      request(
        {
          createConnection: () => socket,
          hostname: url.hostname,
          path: url.pathname + url.search,
          method,
          headers: { ...(headers as object), host: url.host },
        },
        (answer) => {
          answer.once("close", () => {
            signal?.removeEventListener("abort", stop);
            socket.destroy();
          });
          const { statusCode: status = 0 } = answer;
          const hasBody = method !== "HEAD" && status !== 204 && status !== 304;
          if (!hasBody) answer.resume();
          const named = Object.entries(answer.headers).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)] as [string, string]]));
          resolve(new Response(hasBody ? (Readable.toWeb(answer) as ReadableStream) : null, { status, headers: named }));
        },
      )
        .on("error", reject)
        .end();
    });
  };
}

function tunnel(proxy: Proxy, target: string): Promise<Socket> {
  return new Promise((resolve, reject) => {
    plainRequest({ ...proxy, method: "CONNECT", path: target, agent: false })
      .on("connect", ({ statusCode }, socket) => {
        if (statusCode === 200) return resolve(socket as Socket);
        socket.destroy();
        reject(new Error(`The proxy answered ${statusCode}.`));
      })
      .on("error", reject)
      .end();
  });
}
