import { once } from "node:events";
import type { ServerResponse } from "node:http";
import { createServer } from "node:https";
import { makeCertificate } from "./certificate.ts";
import { type Arrival, giveAnswer } from "./give-answer.ts";
import { type Refusal, startProxy } from "./proxy.ts";
import { publishedIndex } from "./published-index.ts";
import { createScript, readRequest, type ScriptedAnswer } from "./script.ts";

export type { Arrival } from "./give-answer.ts";
export type { Refusal } from "./proxy.ts";
export type { Answer, Request, ScriptedAnswer } from "./script.ts";

export const HOSTS = ["wg21.link", "isocpp.org", "www.open-std.org"] as const;
export const INDEX_URL = "https://wg21.link/index.json";

export interface Web {
  readonly proxy: { host: string; port: number };
  /** In the order of arrival; an entry fills in while its answer is sent. */
  readonly arrivals: readonly Arrival[];
  /** What was asked of other hosts, other ports, or without TLS. */
  readonly refusals: readonly Refusal[];
  /** Queue: each answer serves one request, the last one stays. Replaces what was scripted for the URL. Paths are case-sensitive. */
  answer(url: string, ...answers: ScriptedAnswer[]): void;
  /** Serves an index at INDEX_URL with ETag, Last-Modified (now, unless told), 304, HEAD and gzip. */
  publishIndex(body: string | Buffer, options?: { lastModified?: Date }): void;
  /** Empties `arrivals`; the refusals stay, for they are never right. */
  forgetArrivals(): void;
  /** Ends everything at once, also what hangs. */
  close(): Promise<void>;
}

export interface WebOptions {
  /** Any free port unless told. */
  proxyPort?: number;
  /** Once per arrival, when its answer is over: sent, cut off, or given up by the client. */
  onArrival?: (arrival: Arrival) => void;
  onRefusal?: (refusal: Refusal) => void;
}

/** Starts the double of the web: the three hosts behind one proxy, all else refused, 404 where nothing is scripted. */
export async function startWeb({ proxyPort = 0, onArrival, onRefusal }: WebOptions = {}): Promise<Web> {
  const arrivals: Arrival[] = [];
  const refusals: Refusal[] = [];
  const script = createScript(HOSTS);
  const underway = new Set<ServerResponse>();

  // Idle connections stay open: closing one just as the browser reuses it would make a request fail at random.
  const site = createServer({ ...(await makeCertificate(HOSTS)), keepAliveTimeout: 0 }, (message, response) => {
    message.resume();
    const request = readRequest(message);
    const arrival: Arrival = { at: Date.now(), ...request, status: 0, bytes: 0 };
    arrivals.push(arrival);
    underway.add(response);
    response.on("close", () => {
      underway.delete(response);
      onArrival?.(arrival);
    });
    void giveAnswer(script.next(request), arrival, response);
  });

  const proxy = await startProxy({
    hosts: HOSTS,
    port: proxyPort,
    // The HTTPS server listens nowhere: it is handed the far end of each tunnel.
    onTunnel: (socket) => site.emit("connection", socket),
    onRefusal(refusal) {
      refusals.push(refusal);
      onRefusal?.(refusal);
    },
  });

  return {
    proxy: { host: proxy.host, port: proxy.port },
    arrivals,
    refusals,
    answer: script.answer,
    publishIndex: (body, { lastModified = new Date() } = {}) => script.answer(INDEX_URL, publishedIndex(body, lastModified)),
    forgetArrivals() {
      arrivals.length = 0;
    },
    async close() {
      // The end of a tunnel alone tells the answers inside it too late, or never.
      const over = [...underway].map((response) => once(response.destroy(), "close"));
      await Promise.all([...over, proxy.close()]);
    },
  };
}
