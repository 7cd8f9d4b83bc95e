import type { IncomingMessage } from "node:http";

export interface Answer {
  /** 200 where nothing is said, 302 with `redirectTo`. */
  status?: number;
  headers?: Record<string, string>;
  /** Sent with its content-length. */
  body?: string | Buffer;
  /** Before the headers. */
  delayMs?: number;
  /** Between the headers and the body: a slow body. */
  bodyDelayMs?: number;
  /** Announces the full content-length, sends this many bytes, then destroys the socket. */
  cutAfterBytes?: number;
  /** Where to: the Location header. */
  redirectTo?: string;
  /** Never answers. */
  hang?: boolean;
  /**
   * Destroys the socket without an answer. Browsers then ask again on their own: Chromium once if it had reused the
   * connection, Firefox until 10 requests are spent (network.http.request.max-attempts). Each is an arrival and takes an answer.
   */
  reset?: boolean;
}

export interface Request {
  method: string;
  /** https://host/path */
  url: string;
  /** Names in lower case. */
  headers: Record<string, string>;
}

export type ScriptedAnswer = Answer | ((request: Request) => Answer);

const NOT_FOUND: Answer = { status: 404, headers: { "content-type": "text/plain" }, body: "Not found\n" };

export type Script = ReturnType<typeof createScript>;

/** What each URL answers: a queue per URL whose last answer stays, 404 where nothing was said. */
export function createScript(hosts: readonly string[]) {
  const queues = new Map<string, ScriptedAnswer[]>();
  return {
    /** Replaces the queue of a URL; with no answers it is 404 again. Throws for a URL that no request could ever reach. */
    answer(url: string, ...answers: ScriptedAnswer[]): void {
      const { href, origin, hash } = new URL(url);
      if (!hosts.some((host) => origin === `https://${host}`)) throw new Error(`${url} is not at one of ${hosts.join(", ")} (https)`);
      if (hash) throw new Error(`${url}: a fragment is never sent`);
      queues.set(href, [...answers]);
    },

    /** Takes the answer that this request shall have. */
    next(request: Request): Answer {
      const queue = queues.get(request.url) ?? [];
      const answer = (queue.length > 1 ? queue.shift() : queue[0]) ?? NOT_FOUND;
      return typeof answer === "function" ? answer(request) : answer;
    },
  };
}

/** Reads a request that came through a tunnel. Host header and path are joined as text: "//x" is a path here, not a host. */
export function readRequest(message: IncomingMessage): Request {
  const url = `https://${message.headers.host ?? ""}${message.url ?? ""}`;
  return {
    method: message.method ?? "",
    url: URL.parse(url)?.href ?? url,
    headers: Object.fromEntries(Object.entries(message.headers).map(([name, value]) => [name, String(value)])),
  };
}
