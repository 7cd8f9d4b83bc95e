import { once } from "node:events";
import { createSecureServer } from "node:http2";
import { createServer } from "node:https";
import { makeCertificate } from "./certificate.ts";
import { type Arrival, giveAnswer } from "./give-answer.ts";
import { type Refusal, startProxy } from "./proxy.ts";
import { type DraftOptions, draftUrl, notFound, publishedDraft } from "./published/published-draft.ts";
import { publishedFile } from "./published/published-file.ts";
import { publishedIndex } from "./published/published-index.ts";
import { breakOff, type Message, type Response } from "./response.ts";
import { createScript, hostOf, readRequest, type ScriptedAnswer } from "./script.ts";

export type { Arrival } from "./give-answer.ts";
export type { Refusal } from "./proxy.ts";
export type { Answer, Request, ScriptedAnswer } from "./script.ts";

/** The hosts that PaperScout names, the one that a scout with a token asks, and one where a feed may lie. */
export const HOSTS = ["wg21.link", "isocpp.org", "www.open-std.org", "api.github.com", "scout.example"] as const;
export type Host = (typeof HOSTS)[number];
export const INDEX_URL = "https://wg21.link/index.json";

export interface Web {
  readonly proxy: { host: string; port: number };
  /** In the order of arrival; an entry fills in while its answer is sent. */
  readonly arrivals: readonly Arrival[];
  /** What was asked of other hosts, other ports, or without TLS. */
  readonly refusals: readonly Refusal[];
  /** Queue: each answer serves one request, the last one stays. Replaces what was scripted for the URL. Paths are case-sensitive. */
  answer(url: string, ...answers: ScriptedAnswer[]): void;
  /** Answers every request to the host so, whatever is published or scripted there; undefined: back to normal. */
  answerHost(host: Host, answer: ScriptedAnswer | undefined): void;
  /** Adds that many ms before the headers of whatever the host answers. */
  setLatency(host: Host, ms: number): void;
  /** Lets whatever is asked of the host wait for its answer until the function that this returns is called. */
  hold(host: Host): () => void;
  /** Serves an index at INDEX_URL with ETag, Last-Modified (now, unless told), 304, HEAD and gzip. */
  publishIndex(body: string | Buffer, options?: { lastModified?: Date }): void;
  /** Serves a file below DRAFTS_URL with ETag, Last-Modified, 304 and HEAD, in place of any before of that name. Throws for what is no name of a file. */
  publishDraft(name: string, body: string | Buffer, options?: DraftOptions): void;
  /** 404 again. */
  removeDraft(name: string): void;
  /** Serves a year's listing of papers at open-std.org with ETag, Last-Modified (now, unless told), 304, HEAD and gzip. */
  publishListing(year: number, html: string | Buffer, options?: { lastModified?: Date }): void;
  /** Empties `arrivals`; the refusals stay, for they are never right. */
  forgetArrivals(): void;
  /** Ends everything at once, also what hangs. */
  close(): Promise<void>;
}

export interface WebOptions {
  /** Any free port unless told. */
  proxyPort?: number;
  /** Offers HTTP/2 beside HTTP/1.1: a browser then sends any number of requests at once, where it would open six connections. */
  http2?: boolean;
  /** Once per arrival, when its answer is over: sent, cut off, or given up by the client. */
  onArrival?: (arrival: Arrival) => void;
  onRefusal?: (refusal: Refusal) => void;
}

/** The address of a year's listing. */
export function listingUrl(year: number): string {
  return `https://www.open-std.org/jtc1/sc22/wg21/docs/papers/${year}/`;
}

/** Starts the double of the web: the hosts behind one proxy, all else refused, 404 where nothing is scripted. */
export async function startWeb({ proxyPort = 0, http2 = false, onArrival, onRefusal }: WebOptions = {}): Promise<Web> {
  const arrivals: Arrival[] = [];
  const refusals: Refusal[] = [];
  const script = createScript(HOSTS, notFound);
  /** With the host of each. */
  const underway = new Map<Response, string>();
  const holds = new Map<string, Promise<void>>();

  async function onRequest(message: Message, response: Response): Promise<void> {
    message.resume();
    const request = readRequest(message);
    const host = hostOf(request.url);
    underway.set(response, host);
    const atOnce = [...underway.values()].filter((other) => other === host).length;
    const arrival: Arrival = { at: Date.now(), ...request, httpVersion: message.httpVersion, atOnce, status: 0, bytes: 0 };
    arrivals.push(arrival);
    response.once("close", () => {
      underway.delete(response);
      arrival.endedAt = Date.now();
      onArrival?.(arrival);
    });
    if (holds.has(host)) await holds.get(host);
    await giveAnswer(script.next(request), arrival, response);
  }

  // Idle connections stay open: closing one just as the browser reuses it would make a request fail at random.
  const options = { ...(await makeCertificate(HOSTS)), keepAliveTimeout: 0 };
  const site = http2 ? createSecureServer({ ...options, allowHTTP1: true }, onRequest) : createServer(options, onRequest);

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
    answerHost: script.answerHost,
    setLatency: script.setLatency,
    hold(host) {
      let release = () => {};
      holds.set(host, new Promise<void>((resolve) => (release = resolve)));
      return () => {
        holds.delete(host);
        release();
      };
    },
    publishIndex: (body, { lastModified = new Date() } = {}) => script.answer(INDEX_URL, publishedIndex(body, lastModified)),
    publishDraft: (name, body, options) => script.answer(draftUrl(name), publishedDraft(name, body, options)),
    removeDraft: (name) => script.answer(draftUrl(name)),
    publishListing: (year, html, { lastModified = new Date() } = {}) =>
      script.answer(listingUrl(year), publishedFile(html, { contentType: "text/html; charset=utf-8", lastModified, zips: true })),
    forgetArrivals() {
      arrivals.length = 0;
    },
    async close() {
      // The end of a tunnel alone tells the answers inside it too late, or never.
      const over = [...underway.keys()].map((response) => {
        const closed = once(response, "close");
        breakOff(response);
        return closed;
      });
      await Promise.all([...over, proxy.close()]);
    },
  };
}
