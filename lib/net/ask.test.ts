import { describe, expect, it } from "vitest";
import { type Answer, ask, type Network } from "./ask.ts";

const URL = "https://wg21.link/index.json";

function network(answer: (request: Request) => Response | Promise<Response>, rest: Partial<Network> = {}): Network {
  return { fetch: async (input, init) => answer(new Request(input, init)), isOnline: () => true, ...rest };
}

const at = () => Date.parse("2026-11-22T12:00:00Z");
const get = (net: Network, question = {}): Promise<Answer> => ask(net, { url: URL, maxMegabytes: 1, ...question }, at);

/** A body that ends in an error after its first piece, as one does whose connection is cut. */
function torn(): ReadableStream<Uint8Array> {
  return new ReadableStream({
    start(controller) {
      controller.enqueue(new TextEncoder().encode('{"P1'));
    },
    pull(controller) {
      controller.error(new TypeError("network error"));
    },
  });
}

describe("asking a host", () => {
  it("gives the body with what is needed to ask for changes only", async () => {
    const headers = { etag: '"1"', "last-modified": "Sun, 22 Nov 2026 05:00:00 GMT", "content-type": "application/json" };
    expect(await get(network(() => new Response("{}", { headers })))).toEqual({
      kind: "body",
      bytes: new TextEncoder().encode("{}"),
      contentType: "application/json",
      etag: '"1"',
      lastModified: headers["last-modified"],
    });
  });

  it("asks conditionally, without cookies, and takes 304 for unchanged", async () => {
    let asked: Request | undefined;
    const net = network((request) => {
      asked = request;
      return new Response(null, { status: 304 });
    });
    expect(await get(net, { etag: '"1"', lastModified: "Sun, 22 Nov 2026 05:00:00 GMT" })).toEqual({ kind: "unchanged" });
    expect(asked?.headers.get("if-none-match")).toBe('"1"');
    expect(asked?.headers.get("if-modified-since")).toBe("Sun, 22 Nov 2026 05:00:00 GMT");
    expect(asked?.credentials).toBe("omit");
  });

  it.each([
    [404, {}, { kind: "not-found" }, undefined],
    [410, {}, { kind: "not-found" }, undefined],
    [429, { "retry-after": "120" }, { kind: "rate-limited" }, 120_000],
    [429, { "retry-after": "Sun, 22 Nov 2026 12:10:00 GMT" }, { kind: "rate-limited" }, 600_000],
    [429, { "retry-after": "Sun, 22 Nov 2026 11:00:00 GMT" }, { kind: "rate-limited" }, 0],
    [429, { "retry-after": "9999999" }, { kind: "rate-limited" }, 86_400_000],
    [429, { "retry-after": "soon" }, { kind: "rate-limited" }, undefined],
    [429, { "retry-after": "1.5" }, { kind: "rate-limited" }, 1_500],
    [429, { "retry-after": "-3" }, { kind: "rate-limited" }, 0],
    [503, { "retry-after": "60" }, { kind: "server-error", status: 503 }, 60_000],
    [500, {}, { kind: "server-error", status: 500 }, undefined],
    [403, {}, { kind: "refused", status: 403 }, undefined],
    [401, {}, { kind: "refused", status: 401 }, undefined],
  ] as const)("names status %i %j", async (status, headers, failure, retryAfterMs) => {
    expect(await get(network(() => new Response("no", { status, headers })))).toEqual({ kind: "failed", failure, retryAfterMs });
  });

  it.each([
    [true, "unreachable"],
    [false, "offline"],
  ])("names a failed connection, online: %s, %s", async (online, kind) => {
    const net = network(() => Promise.reject(new TypeError("Failed to fetch")), { isOnline: () => online });
    expect(await get(net)).toMatchObject({ kind: "failed", failure: { kind, detail: "Failed to fetch" } });
  });

  it("gives up on a host that does not answer in time", async () => {
    const net: Network = {
      fetch: (_, init) => new Promise((_resolve, reject) => init?.signal?.addEventListener("abort", () => reject(init.signal?.reason))),
      isOnline: () => true,
      timeoutMs: 20,
    };
    expect(await get(net)).toMatchObject({ kind: "failed", failure: { kind: "timeout", detail: expect.stringContaining("timeout") } });
  });

  it("gives up an answer that nobody wants any more", async () => {
    const net = network((request) => new Promise((_resolve, reject) => request.signal.addEventListener("abort", () => reject(request.signal.reason))));
    const stop = new AbortController();
    const answer = get(net, { stop: stop.signal });
    stop.abort();
    expect(await answer).toMatchObject({ kind: "failed", failure: { kind: "timeout" } });
  });

  it("gives an answer without a body as one of no bytes", async () => {
    expect(await get(network(() => new Response(null)))).toMatchObject({ kind: "body", bytes: new Uint8Array() });
  });

  it("names a body that is cut off", async () => {
    expect(await get(network(() => new Response(torn())))).toMatchObject({ kind: "failed", failure: { kind: "cut-off", detail: expect.stringMatching(/./) } });
  });

  it("stops reading a body that is too large", async () => {
    let given = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        given += 100_000;
        controller.enqueue(new Uint8Array(100_000));
      },
    });
    expect(await get(network(() => new Response(endless)))).toMatchObject({ kind: "failed", failure: { kind: "too-large", megabytes: 1 } });
    expect(given).toBeLessThan(2_000_000);
  });

  it("gives the beginning of a body that may be cut, and a torn one still as cut off", async () => {
    const long = new Uint8Array(1_500_000).fill(7);
    expect(
      await get(
        network(() => new Response(long, { headers: { etag: '"1"' } })),
        { cuts: true },
      ),
    ).toMatchObject({
      kind: "body",
      bytes: long.slice(0, 1_000_000),
      etag: '"1"',
    });
    expect(
      await get(
        network(() => new Response(torn())),
        { cuts: true },
      ),
    ).toMatchObject({ kind: "failed", failure: { kind: "cut-off" } });
  });

  it.each([
    // As browsers hide a redirect, and as Node shows it.
    [{ type: "opaqueredirect", status: 0, ok: false, headers: new Headers(), body: null }],
    [new Response(null, { status: 302, headers: { location: "https://elsewhere.example/" } })],
  ])("refuses a redirect where no other host is to be asked: %#", async (answer) => {
    const modes: unknown[] = [];
    const net: Network = {
      isOnline: () => true,
      fetch: async (_, init) => {
        modes.push(init?.redirect);
        return answer as Response;
      },
    };
    expect(await get(net, { redirect: "manual" })).toEqual({ kind: "failed", failure: { kind: "refused", status: 302 }, retryAfterMs: undefined });
    await get(net);
    expect(modes).toEqual(["manual", "follow"]);
  });

  it("joins a body that comes in pieces, and tells how much it has", async () => {
    const bytes = new TextEncoder().encode("Kühl");
    const pieces = new ReadableStream<Uint8Array>({
      start(controller) {
        controller.enqueue(bytes.slice(0, 2));
        controller.enqueue(bytes.slice(2));
        controller.close();
      },
    });
    const progress: number[] = [];
    expect(
      await get(
        network(() => new Response(pieces)),
        { onProgress: (received: number) => progress.push(received) },
      ),
    ).toMatchObject({ bytes });
    expect(progress).toEqual([2, 5]);
  });
});
