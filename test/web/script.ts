import type { Message } from "./response.ts";

export interface Answer {
  /** 200 where nothing is said, 302 with `redirectTo`. */
  status?: number;
  /** Names in lower case. A content-length given here is told instead of the true one. */
  headers?: Record<string, string>;
  body?: Body;
  /** Before the headers. */
  delayMs?: number;
  /** Between the headers and the body: a slow body. */
  bodyDelayMs?: number;
  /** Announces the full content-length, sends this many bytes, then breaks off. */
  cutAfterBytes?: number;
  /** Where to: the Location header. */
  redirectTo?: string;
  /** Never answers. */
  hang?: boolean;
  /**
   * Breaks off without an answer: a network error. Over HTTP/1.1 browsers then ask again on their own: Chromium once if it
   * had reused the connection, Firefox until 10 requests are spent (network.http.request.max-attempts). Each is an arrival
   * and takes an answer. Over HTTP/2 neither asks again, by their sources: only a stream that was refused is safe to repeat.
   */
  reset?: boolean;
}

/** Sent with its content-length; a function makes the pieces anew for each request, without an announced length, for ever if it likes. */
export type Body = string | Buffer | (() => Iterable<Buffer> | AsyncIterable<Buffer>);

export interface Request {
  method: string;
  /** https://host/path */
  url: string;
  /** Names in lower case. */
  headers: Record<string, string>;
}

export type ScriptedAnswer = Answer | ((request: Request) => Answer);

/** What each URL answers: a queue per URL whose last answer stays, `otherwise` where nothing was said; and what a whole host does instead. */
export function createScript<Host extends string>(hosts: readonly Host[], otherwise: (request: Request) => Answer) {
  const queues = new Map<string, ScriptedAnswer[]>();
  const hostAnswers = new Map<string, ScriptedAnswer>();
  const latencies = new Map<string, number>();

  function scripted({ url }: Request): ScriptedAnswer {
    const queue = queues.get(url) ?? [];
    return (queue.length > 1 ? queue.shift() : queue[0]) ?? otherwise;
  }

  return {
    /** Replaces the queue of a URL; with no answers it is as if never scripted. Throws for a URL that no request could ever reach. */
    answer(url: string, ...answers: ScriptedAnswer[]): void {
      const { href, origin, hash } = new URL(url);
      if (!hosts.some((host) => origin === `https://${host}`)) throw new Error(`${url} is not at one of ${hosts.join(", ")} (https)`);
      if (hash) throw new Error(`${url}: a fragment is never sent`);
      queues.set(href, [...answers]);
    },

    /** Answers every request to the host so, and leaves the queues alone; undefined ends that. */
    answerHost(host: Host, answer: ScriptedAnswer | undefined): void {
      if (answer) hostAnswers.set(host, answer);
      else hostAnswers.delete(host);
    },

    /** Adds that many ms before the headers of whatever the host answers; 0 ends that. */
    setLatency(host: Host, ms: number): void {
      latencies.set(host, ms);
    },

    /** Takes the answer that this request shall have. */
    next(request: Request): Answer {
      const host = hostOf(request.url);
      const chosen = hostAnswers.get(host) ?? scripted(request);
      const answer = typeof chosen === "function" ? chosen(request) : chosen;
      return { ...answer, delayMs: (answer.delayMs ?? 0) + (latencies.get(host) ?? 0) };
    },
  };
}

/** Reads a request that came through a tunnel. Host header and path are joined as text: "//x" is a path here, not a host. */
export function readRequest(message: Message): Request {
  // HTTP/2 has pseudo-headers (":path"), and ":authority" in place of a Host header.
  const headers = Object.entries(message.headers).flatMap(([name, value]) => (name.startsWith(":") ? [] : [[name, String(value)]]));
  const host = message.headers[":authority"] ?? message.headers.host ?? "";
  const url = `https://${host}${message.url ?? ""}`;
  return { method: message.method ?? "", url: URL.parse(url)?.href ?? url, headers: { ...Object.fromEntries(headers), host: String(host) } };
}

/** The host of a URL that came with a request; "" where the request was nonsense. */
export function hostOf(url: string): string {
  return URL.parse(url)?.host ?? "";
}
