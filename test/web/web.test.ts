import { X509Certificate } from "node:crypto";
import { request as plainRequest } from "node:http";
import { connect as connectPlain } from "node:net";
import { connect, type TLSSocket } from "node:tls";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { ask, tunnel } from "./ask.ts";
import { type Arrival, HOSTS, startWeb, type Web } from "./web.ts";

const DRAFT = "https://isocpp.org/files/papers/D3980R0.pdf";

let web: Web;
let over: Arrival[];
beforeEach(async () => {
  const told: Arrival[] = [];
  web = await startWeb({ onArrival: (arrival) => told.push(arrival) });
  over = told;
});
afterEach(() => web.close());

describe("answers", () => {
  test.each(HOSTS)("%s has a certificate and answers 404 where nothing is scripted", async (host) => {
    const socket = connect({ socket: await tunnel(web.proxy, `${host}:443`), servername: host, rejectUnauthorized: false });
    await new Promise((resolve) => socket.once("secureConnect", resolve));
    const certificate = new X509Certificate((socket as TLSSocket).getPeerCertificate().raw);
    socket.destroy();
    expect(certificate.checkHost(host)).toBe(host);
    const month = 30 * 24 * 60 * 60 * 1000;
    expect(certificate.validToDate.getTime()).toBeGreaterThan(Date.now() + month);

    expect(await ask(web.proxy, `https://${host}/p2300`)).toMatchObject({ status: 404, body: Buffer.from("Not found\n"), complete: true });
  });

  test("come in the order given, and the last one stays", async () => {
    web.answer(DRAFT, { status: 503, headers: { "retry-after": "7" } }, { body: "first" }, { body: "second" });
    const first = await ask(web.proxy, DRAFT);
    expect([first.status, first.headers["retry-after"]]).toEqual([503, "7"]);
    for (const body of ["first", "second", "second"]) expect((await ask(web.proxy, DRAFT)).body.toString()).toBe(body);
  });

  test("are replaced by the next script, and gone with an empty one", async () => {
    web.answer(DRAFT, { body: "old" }, { body: "older" });
    web.answer(DRAFT, { body: "new" });
    expect((await ask(web.proxy, DRAFT)).body.toString()).toBe("new");
    web.answer(DRAFT);
    expect((await ask(web.proxy, DRAFT)).status).toBe(404);
  });

  test("may depend on the request", async () => {
    web.answer(DRAFT, ({ method, url, headers }) => ({ headers: { "x-seen": `${method} ${url} ${headers["x-asked"]}` } }));
    const { headers } = await ask(web.proxy, DRAFT, { method: "HEAD", headers: { "X-Asked": "so" } });
    expect(headers["x-seen"]).toBe(`HEAD ${DRAFT} so`);
  });

  test("are found by the exact path and query", async () => {
    web.answer(`${DRAFT}?a=1`, { body: "yes" });
    const status = async (url: string) => (await ask(web.proxy, url)).status;
    expect(await status(`${DRAFT}?a=1`)).toBe(200);
    expect(await status(`${DRAFT.toLowerCase()}?a=1`)).toBe(404);
    expect(await status(DRAFT)).toBe(404);
  });

  test("cannot be scripted for a URL that no request reaches", () => {
    for (const url of ["https://example.org/", "http://isocpp.org/", "https://isocpp.org:8443/", "https://isocpp.org/#top", "isocpp.org"])
      expect(() => web.answer(url, {}), url).toThrow();
  });

  test("to HEAD describe the body and leave it out", async () => {
    web.answer(DRAFT, { body: "12345", headers: { "last-modified": "Sun, 01 Nov 2026 00:00:00 GMT" } });
    const { status, headers, body } = await ask(web.proxy, DRAFT, { method: "HEAD" });
    expect([status, headers["content-length"], headers["last-modified"], body.length]).toEqual([200, "5", "Sun, 01 Nov 2026 00:00:00 GMT", 0]);
  });

  test("redirect", async () => {
    web.answer("https://wg21.link/p2300", { redirectTo: DRAFT }, { status: 301, redirectTo: "/p2300r10" });
    expect(await ask(web.proxy, "https://wg21.link/p2300")).toMatchObject({ status: 302, headers: { location: DRAFT } });
    expect(await ask(web.proxy, "https://wg21.link/p2300")).toMatchObject({ status: 301, headers: { location: "/p2300r10" } });
  });

  test("wait before the headers, or between headers and body", async () => {
    web.answer(DRAFT, { delayMs: 150, body: "late" }, { bodyDelayMs: 150, body: "slow" });
    const late = await ask(web.proxy, DRAFT);
    expect(late.headersAfterMs).toBeGreaterThan(140);
    const slow = await ask(web.proxy, DRAFT);
    expect(slow.bodyAfterMs - slow.headersAfterMs).toBeGreaterThan(140);
    expect(slow.body.toString()).toBe("slow");
  });
});

describe("broken answers", () => {
  test.each([0, 1, 100_000])("cut off after %i bytes: the client has those, and knows that there were to be more", async (cutAfterBytes) => {
    web.answer(DRAFT, { body: Buffer.alloc(200_000, "x"), cutAfterBytes });
    const { headers, body, complete } = await ask(web.proxy, DRAFT);
    expect([headers["content-length"], body.length, complete]).toEqual(["200000", cutAfterBytes, false]);
    expect(web.arrivals).toMatchObject([{ status: 200, bytes: cutAfterBytes }]);
  });

  test("reset: no answer, then the next one in the queue", async () => {
    web.answer(DRAFT, { reset: true }, { body: "well" });
    await expect(ask(web.proxy, DRAFT)).rejects.toThrow(/socket hang up|ECONNRESET/);
    expect((await ask(web.proxy, DRAFT)).status).toBe(200);
    expect(web.arrivals.map(({ status }) => status)).toEqual([0, 200]);
  });

  test("hang until the double closes, which is at once", async () => {
    const slow = "https://wg21.link/slow";
    web.answer(DRAFT, { hang: true });
    web.answer(slow, { bodyDelayMs: 60_000, body: "x" });
    const asked = Promise.allSettled([ask(web.proxy, DRAFT), ask(web.proxy, slow)]);
    await vi.waitFor(() => expect(web.arrivals).toHaveLength(2));

    const start = performance.now();
    await web.close();
    expect(performance.now() - start).toBeLessThan(1000);
    expect((await asked)[0].status).toBe("rejected");
    expect(over).toHaveLength(2);
    expect(web.arrivals.find(({ url }) => url === DRAFT)).toMatchObject({ status: 0, bytes: 0 });
    expect(web.arrivals.find(({ url }) => url === slow)).toMatchObject({ status: 200, bytes: 0 });
  });

  test("a client that leaves harms nobody, and its arrival holds what was sent", async () => {
    const length = 20_000_000;
    web.answer(DRAFT, { body: Buffer.alloc(length) });
    await Promise.all([1, 100_000, 1_000_000].map((leaveAfterBytes) => ask(web.proxy, DRAFT, { leaveAfterBytes })));
    const raw = await tunnel(web.proxy, "isocpp.org:443");
    raw.end("this is no TLS");
    (await tunnel(web.proxy, "isocpp.org:443")).resetAndDestroy();
    connectPlain(web.proxy.port, web.proxy.host).end("nor is this HTTP\r\n\r\n").resume();
    const refused = connectPlain(web.proxy.port, web.proxy.host);
    refused.write("CONNECT example.org:443 HTTP/1.1\r\nHost: example.org:443\r\n\r\n");
    await vi.waitFor(() => expect(web.refusals).toHaveLength(1));
    refused.resetAndDestroy();

    await vi.waitFor(() => expect(over).toHaveLength(3));
    for (const { bytes } of over) expect(bytes).toBeLessThan(length);
    expect((await ask(web.proxy, "https://wg21.link/")).status).toBe(404);
  });
});

describe("arrivals", () => {
  test("are recorded with time, method, address, headers, status and bytes", async () => {
    web.answer(DRAFT, { body: "12345" });
    const before = Date.now();
    await ask(web.proxy, DRAFT, { headers: { "If-None-Match": '"a"' } });
    await ask(web.proxy, `${DRAFT}?`, { method: "HEAD" });
    expect(web.arrivals).toMatchObject([
      { method: "GET", url: DRAFT, headers: { "if-none-match": '"a"', host: "isocpp.org" }, status: 200, bytes: 5 },
      { method: "HEAD", status: 200, bytes: 0 },
    ]);
    const [first, second] = web.arrivals.map(({ at }) => at);
    expect(first).toBeGreaterThanOrEqual(before);
    expect(second).toBeGreaterThanOrEqual(first ?? Number.NaN);
    expect(second).toBeLessThanOrEqual(Date.now());
    await vi.waitFor(() => expect(over).toEqual(web.arrivals));
  });

  test("can be forgotten, the refusals not", async () => {
    await ask(web.proxy, DRAFT);
    await tunnel(web.proxy, "example.org:443").catch(() => undefined);
    web.forgetArrivals();
    expect(web.arrivals).toEqual([]);
    expect(web.refusals).toHaveLength(1);
    await ask(web.proxy, DRAFT);
    expect(web.arrivals).toHaveLength(1);
  });
});

describe("refusals", () => {
  test.each(["example.org:443", "wg21.link:80", "isocpp.org:8443", "open-std.org:443", "127.0.0.1:443", "[::1]:443"])("no tunnel to %s", async (target) => {
    await expect(tunnel(web.proxy, target)).rejects.toThrow("proxy answered 403");
    expect(web.refusals).toMatchObject([{ host: target, at: expect.closeTo(Date.now(), -3) }]);
    expect(web.arrivals).toEqual([]);
  });

  test.each([
    ["http://example.org/x", "example.org:80"],
    ["http://wg21.link/index.json", "wg21.link:80"],
    ["http://example.org:8080/", "example.org:8080"],
    ["/", "seen.example:80"],
  ])("nothing without TLS: %s", async (path, host) => {
    const status = await new Promise((resolve, reject) => {
      const request = plainRequest({ ...web.proxy, path, headers: { host: "seen.example" } }, (response) => resolve(response.resume().statusCode));
      request.on("error", reject).end();
    });
    expect(status).toBe(403);
    expect(web.refusals).toMatchObject([{ host }]);
  });

  test("are told as they come", async () => {
    const onRefusal = vi.fn();
    const other = await startWeb({ onRefusal });
    await tunnel(other.proxy, "example.org:443").catch(() => undefined);
    expect(onRefusal.mock.calls).toEqual([[other.refusals[0]]]);
    await other.close();
    await other.close();
  });

  test("a port that is taken is an error", async () => {
    await expect(startWeb({ proxyPort: web.proxy.port })).rejects.toThrow("EADDRINUSE");
  });
});
