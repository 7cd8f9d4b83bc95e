import { describe, expect, it } from "vitest";
import type { Network } from "../net/ask.ts";
import { type FileAnswer, readAnswer } from "../probe/read-answer.ts";
import { askForFile } from "./isocpp.ts";

const NAME = "D2300R11.pdf";
const URL = "https://isocpp.org/files/papers/D2300R11.pdf";
const NOW = Date.parse("2026-11-22T12:00:00Z");

/** As a browser gives it: where it came from, and a redirect without its address. */
function respond(status: number, headers: Record<string, string> = {}, rest: { url?: string; type?: string } = {}): Response {
  return { status, headers: new Headers(headers), url: URL, type: "basic", ...rest } as Response;
}

const networkOf = (answer: (request: Request) => Response | Promise<Response>, rest: Partial<Network> = {}): Network => ({
  fetch: async (input, init) => answer(new Request(input, init)),
  isOnline: () => true,
  ...rest,
});

const ask = (network: Network, rest: object = {}) => askForFile(network, { name: NAME, ...rest }, () => NOW);

/** Answers nothing until it is given up. */
const silent = (request: Request) => new Promise<Response>((_, reject) => request.signal.addEventListener("abort", () => reject(request.signal.reason)));

describe("asking isocpp.org for a file", () => {
  it("is one HEAD for its name, without cookies, and never for another host", async () => {
    const asked: Request[] = [];
    await ask(
      networkOf((request) => {
        asked.push(request);
        return respond(404);
      }),
    );
    const [request, ...others] = asked;
    expect(others).toEqual([]);
    expect(request).toMatchObject({ url: URL, method: "HEAD", credentials: "omit", cache: "no-store", redirect: "manual" });
    expect([...(request?.headers.keys() ?? [])]).toEqual([]);
  });

  it("is conditional where the file is known", async () => {
    const headers: Record<string, string>[] = [];
    const network = networkOf((request) => {
      headers.push(Object.fromEntries(request.headers));
      return respond(304);
    });
    const lastModified = "Sun, 22 Nov 2026 05:00:00 GMT";
    expect(await ask(network, { etag: '"1"', lastModified })).toMatchObject({ kind: "answer", answer: { status: 304 } });
    await ask(network, { lastModified });
    expect(headers).toEqual([{ "if-none-match": '"1"', "if-modified-since": lastModified }, { "if-modified-since": lastModified }]);
  });

  it("gives the headers as they were sent, and what was not sent as that", async () => {
    const headers = { "content-type": "application/pdf", "content-length": "500", "last-modified": "yesterday", etag: 'W/"1"' };
    expect(await ask(networkOf(() => respond(200, headers)))).toEqual({
      kind: "answer",
      answer: { name: NAME, status: 200, finalUrl: URL, contentType: "application/pdf", contentLength: "500", lastModified: "yesterday", etag: 'W/"1"' },
      retryAfterMs: undefined,
    });
    const bare = { name: NAME, status: 404, finalUrl: URL, contentType: undefined, contentLength: undefined, lastModified: undefined, etag: undefined };
    expect(await ask(networkOf(() => respond(404, {}, { url: "" })))).toEqual({ kind: "answer", answer: bare, retryAfterMs: undefined });
  });

  it.each<[status: number, headers: Record<string, string>, rest: { type?: string }, meaning: Partial<FileAnswer>, retryAfterMs?: number]>([
    [200, { "content-type": "application/pdf", "content-length": "5000" }, {}, { kind: "present", size: 5000 }],
    [200, { "content-type": "text/html" }, {}, { kind: "not-the-file" }],
    [304, {}, {}, { kind: "unchanged" }],
    [404, {}, {}, { kind: "absent" }],
    [0, {}, { type: "opaqueredirect" }, { kind: "not-the-file" }],
    [301, { location: "/login" }, {}, { kind: "not-the-file" }],
    [403, {}, {}, { kind: "trouble" }],
    [429, { "retry-after": "120" }, {}, { kind: "trouble" }, 120_000],
    [503, { "retry-after": "Sun, 22 Nov 2026 12:01:00 GMT" }, {}, { kind: "trouble" }, 60_000],
  ])("answered %i %j %j means %j", async (status, headers, rest, meaning, retryAfterMs) => {
    const asked = await ask(networkOf(() => respond(status, headers, rest)));
    expect(asked).toMatchObject({ kind: "answer", retryAfterMs });
    if (asked.kind === "answer") expect(readAnswer(asked.answer)).toMatchObject(meaning);
  });

  it.each([
    [true, "unreachable"],
    [false, "offline"],
  ])("that reaches nobody is named, online %s: %s", async (online, kind) => {
    const network = networkOf(() => Promise.reject(new TypeError("Failed to fetch")), { isOnline: () => online });
    expect(await ask(network)).toEqual({ kind: "failed", failure: { kind, detail: "Failed to fetch" } });
  });

  it("is given up in time, and when nobody wants it any more", async () => {
    expect(await ask(networkOf(silent, { timeoutMs: 20 }))).toMatchObject({ kind: "failed", failure: { kind: "timeout", detail: expect.stringMatching(/./) } });
    const stop = new AbortController();
    const asked = ask(networkOf(silent), { stop: stop.signal });
    stop.abort();
    expect(await asked).toMatchObject({ kind: "failed", failure: { kind: "timeout", detail: expect.stringMatching(/./) } });
  });
});
