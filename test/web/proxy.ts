import { createServer } from "node:http";
import type { AddressInfo, Socket } from "node:net";
import type { Duplex } from "node:stream";

const LOOPBACK = "127.0.0.1";

export interface Refusal {
  /** Epoch ms. */
  at: number;
  /** What was asked for, host:port. */
  host: string;
}

export interface Proxy {
  readonly host: string;
  readonly port: number;
  /** Breaks every connection, those inside tunnels too, and resolves once all are gone. */
  close(): Promise<void>;
}

interface ProxyOptions {
  hosts: readonly string[];
  /** 0 takes any free port. */
  port: number;
  /** Gets the client's end of each tunnel that was granted. */
  onTunnel: (socket: Duplex) => void;
  onRefusal: (refusal: Refusal) => void;
}

/** A CONNECT proxy on the loopback: tunnels to port 443 of the given hosts, answers 403 to all else. Rejects if the port is taken. */
export async function startProxy({ hosts, port, onTunnel, onRefusal }: ProxyOptions): Promise<Proxy> {
  const targets = new Set(hosts.map((host) => `${host}:443`));
  const sockets = new Set<Socket>();
  const refuse = (host: string) => onRefusal({ at: Date.now(), host });

  const server = createServer((request, response) => {
    refuse(plainTarget(request.url ?? "", request.headers.host ?? ""));
    request.resume();
    response.writeHead(403, { "content-type": "text/plain" }).end("This proxy makes tunnels to HTTPS hosts only.\n");
  });
  server.on("connect", (request, socket, head) => {
    const target = (request.url ?? "").toLowerCase();
    if (!targets.has(target)) {
      refuse(target);
      // Read to its end, else the connection would stay half open.
      socket.resume().end("HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
      return;
    }
    socket.write("HTTP/1.1 200 Connection Established\r\n\r\n");
    if (head.length > 0) socket.unshift(head);
    // As at any HTTPS host: a client that hangs up is gone, and HTTP/2 learns of it. A plain HTTP server leaves its own half open.
    socket.allowHalfOpen = false;
    onTunnel(socket);
  });
  server.on("connection", (socket) => {
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
    // A client may vanish at any moment; "close" follows and is all that matters here.
    socket.on("error", () => socket.destroy());
  });

  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, LOOPBACK, resolve);
  });

  return {
    host: LOOPBACK,
    port: (server.address() as AddressInfo).port,
    async close() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      for (const socket of sockets) socket.destroy();
      await closed;
    },
  };
}

/** host:port of a request made without a tunnel: of its absolute URL, or of the Host header where the proxy itself was visited. */
function plainTarget(url: string, hostHeader: string): string {
  const target = URL.parse(url) ?? URL.parse(`http://${hostHeader}`);
  return target ? `${target.hostname}:${target.port || 80}` : hostHeader;
}
