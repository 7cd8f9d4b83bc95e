import { X509Certificate } from "node:crypto";
import { request as plainRequest } from "node:http";
import { connect as connectPlain } from "node:net";
import { connect, type TLSSocket } from "node:tls";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { soon } from "../soon.ts";
import { ask, tunnel } from "./asking/ask.ts";
import { askHttp2, connectHttp2 } from "./asking/ask-http2.ts";
import { endlessBody } from "./published/hostile-bodies.ts";
import { askForRest, loginWall, SOFT_404 } from "./published/whole-host.ts";
import { type Arrival, HOSTS, startWeb, type Web } from "./web.ts";

const DRAFT = "https://isocpp.org/files/papers/D3980R0.pdf";

let web: Web;
let over: Arrival[];
afterEach(() => web.close());

const PROTOCOLS = [
  { protocol: "HTTP/1.1", http2: false, ask, broken: /socket hang up|ECONNRESET/ },
  { protocol: "HTTP/2", http2: true, ask: askHttp2, broken: "NGHTTP2_INTERNAL_ERROR" },
];
const [HTTP1 = { http2: false }, HTTP2 = { http2: true }] = PROTOCOLS;

/** A fresh web for each test, which offers HTTP/2 or not. */
function withWeb({ http2 }: { http2: boolean }): void {
  beforeEach(async () => {
    const told: Arrival[] = [];
    web = await startWeb({ http2, onArrival: (arrival) => told.push(arrival) });
    over = told;
  });
}

describe.each(PROTOCOLS)("answers over $protocol", ({ http2, ask }) => {
  withWeb({ http2 });

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
    web.answer(DRAFT, { delayMs: 150, body: "late" }, { bodyDelayMs: 600, body: "slow" });
    const late = await ask(web.proxy, DRAFT);
    expect(late.headersAfterMs).toBeGreaterThan(140);
    const slow = await ask(web.proxy, DRAFT);
    // A busy client may notice the headers late.
    expect(slow.bodyAfterMs - slow.headersAfterMs).toBeGreaterThan(300);
    expect(slow.body.toString()).toBe("slow");
  });
});

describe.each(PROTOCOLS)("broken answers over $protocol", ({ http2, ask, broken }) => {
  withWeb({ http2 });

  test.each([0, 1, 100_000])("cut off after %i bytes: the client has those, and knows that there were to be more", async (cutAfterBytes) => {
    web.answer(DRAFT, { body: Buffer.alloc(200_000, "x"), cutAfterBytes });
    const { headers, body, complete } = await ask(web.proxy, DRAFT);
    expect([headers["content-length"], body.length, complete]).toEqual(["200000", cutAfterBytes, false]);
    expect(web.arrivals).toMatchObject([{ status: 200, bytes: cutAfterBytes }]);
  });

  test("reset: no answer, then the next one in the queue", async () => {
    web.answer(DRAFT, { reset: true }, { body: "well" });
    await expect(ask(web.proxy, DRAFT)).rejects.toThrow(broken);
    expect((await ask(web.proxy, DRAFT)).status).toBe(200);
    expect(web.arrivals.map(({ status }) => status)).toEqual([0, 200]);
  });

  test("hang until the double closes, which is at once", async () => {
    const slow = "https://wg21.link/slow";
    web.answer(DRAFT, { hang: true });
    web.answer(slow, { bodyDelayMs: 60_000, body: "x" });
    const asked = Promise.allSettled([ask(web.proxy, DRAFT), ask(web.proxy, slow)]);
    await soon(() => expect(web.arrivals).toHaveLength(2));

    const start = performance.now();
    await web.close();
    // It does not wait for the body.
    expect(performance.now() - start).toBeLessThan(50_000);
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
    await soon(() => expect(web.refusals).toHaveLength(1));
    refused.resetAndDestroy();

    await soon(() => expect(over).toHaveLength(3));
    for (const { bytes } of over) expect(bytes).toBeLessThan(length);
    expect((await ask(web.proxy, "https://wg21.link/")).status).toBe(404);
  });

  test.each([
    ["as fast as it can", 1_000_000, endlessBody()],
    ["in drops", 5, endlessBody("x", 5)],
  ])("a body without end, %s, ends when the client has had enough", async (_, enough, body) => {
    web.answer(DRAFT, { body });
    const { headers, body: received, complete } = await ask(web.proxy, DRAFT, { leaveAfterBytes: enough });
    expect([headers["content-length"], complete]).toEqual([undefined, false]);
    expect(received.length).toBeGreaterThanOrEqual(enough);
    await soon(() => expect(over).toHaveLength(1));
    // What is on its way when the client leaves is counted or not.
    expect(over[0]?.bytes).toBeGreaterThan(enough - 200_000);
    expect(over[0]?.bytes).toBeLessThan(enough + 20_000_000);
  });

  test("a body is told when its client has left", async () => {
    const told = vi.fn();
    async function* body() {
      try {
        for (;;) yield Buffer.alloc(100_000);
      } finally {
        told();
      }
    }
    web.answer(DRAFT, { body });
    await ask(web.proxy, DRAFT, { leaveAfterBytes: 1_000_000 });
    await soon(() => expect(told).toHaveBeenCalledOnce());
  });

  test("a body may be made anew for each request, and cut off", async () => {
    const body = () => ["made ", "in ", "pieces"].map((piece) => Buffer.from(piece));
    web.answer(DRAFT, { body: endlessBody("made in pieces, "), cutAfterBytes: 7 }, { body });
    expect(await ask(web.proxy, DRAFT)).toMatchObject({ body: Buffer.from("made in"), complete: false });
    for (const _ of [1, 2]) expect(await ask(web.proxy, DRAFT)).toMatchObject({ body: Buffer.from("made in pieces"), complete: true });
    expect(await ask(web.proxy, DRAFT, { method: "HEAD" })).toMatchObject({ status: 200, body: Buffer.alloc(0) });
    expect(web.arrivals.map(({ bytes }) => bytes)).toEqual([7, 14, 14, 0]);
  });

  test.each(["3", "10"])("a content-length that is not true (%s) is told as it stands", async (length) => {
    web.answer(DRAFT, { body: "12345", headers: { "content-length": length } });
    // Over HTTP/1.1 the rest of a body too short never comes.
    const { headers, body, complete } = await ask(web.proxy, DRAFT, length === "10" ? { leaveAfterBytes: 5 } : {});
    expect(headers["content-length"]).toBe(length);
    expect(complete && body.length === 5).toBe(false);
    expect(web.arrivals).toMatchObject([{ bytes: 5 }]);
  });
});

describe.each(PROTOCOLS)("arrivals over $protocol", ({ http2, ask }) => {
  withWeb({ http2 });

  test("are recorded with time, method, address, headers, status and bytes", async () => {
    web.answer(DRAFT, { body: "12345" });
    const before = Date.now();
    await ask(web.proxy, DRAFT, { headers: { "If-None-Match": '"a"' } });
    await ask(web.proxy, `${DRAFT}?`, { method: "HEAD" });
    expect(web.arrivals).toMatchObject([
      { method: "GET", url: DRAFT, headers: { "if-none-match": '"a"', host: "isocpp.org" }, httpVersion: http2 ? "2.0" : "1.1", status: 200, bytes: 5 },
      { method: "HEAD", status: 200, bytes: 0 },
    ]);
    expect(Object.keys(web.arrivals[0]?.headers ?? {}).filter((name) => name.startsWith(":"))).toEqual([]);
    const [first, second] = web.arrivals.map(({ at }) => at);
    expect(first).toBeGreaterThanOrEqual(before);
    expect(second).toBeGreaterThanOrEqual(first ?? Number.NaN);
    expect(second).toBeLessThanOrEqual(Date.now());
    await soon(() => expect(over).toEqual(web.arrivals));
  });

  test("know when their answer was over, and how many were under way at their host", async () => {
    // However long it takes until the last of them has come.
    const release = web.hold("isocpp.org");
    const asked = [DRAFT, DRAFT, "https://wg21.link/", DRAFT].map((url) => ask(web.proxy, url));
    await soon(() => expect(web.arrivals.filter(({ url }) => url === DRAFT)).toHaveLength(3));
    for (const { endedAt } of web.arrivals.filter(({ url }) => url === DRAFT)) expect(endedAt).toBeUndefined();
    release();
    await Promise.all(asked);
    await soon(() => expect(over).toHaveLength(4));
    for (const { at, endedAt = 0 } of over) expect(endedAt).toBeGreaterThanOrEqual(at);
    await ask(web.proxy, DRAFT);
    expect(web.arrivals.filter(({ url }) => url === DRAFT).map(({ atOnce }) => atOnce)).toEqual([1, 2, 3, 1]);
    expect(web.arrivals.find(({ url }) => url !== DRAFT)?.atOnce).toBe(1);
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

describe("a whole host", () => {
  withWeb(HTTP1);
  const status = async (url: string) => (await ask(web.proxy, url)).status;

  test("answers everything alike, whatever is scripted there, and is well again afterwards", async () => {
    web.answer(DRAFT, { body: "first" }, { body: "second" });
    web.answerHost("isocpp.org", SOFT_404);
    for (const url of [DRAFT, "https://isocpp.org/"]) {
      const { status, headers, body } = await ask(web.proxy, url);
      expect([status, headers["content-type"]]).toEqual([200, "text/html; charset=utf-8"]);
      expect(body.toString()).toContain("Not found");
    }
    expect(await status("https://wg21.link/")).toBe(404);
    web.answerHost("isocpp.org", undefined);
    expect(await status("https://isocpp.org/")).toBe(404);
    // The queue was not used up meanwhile.
    expect((await ask(web.proxy, DRAFT)).body.toString()).toBe("first");
  });

  test("sends everyone to its login page, which is there", async () => {
    web.answerHost("isocpp.org", loginWall("isocpp.org"));
    const { status: moved, headers } = await ask(web.proxy, DRAFT);
    expect([moved, headers.location]).toEqual([302, "https://isocpp.org/login"]);
    const login = await ask(web.proxy, String(headers.location));
    expect([login.status, login.headers["content-type"]]).toEqual([200, "text/html; charset=utf-8"]);
  });

  test("asks for a rest, with a wait or without", async () => {
    const refusal = async () => {
      const { status, headers } = await ask(web.proxy, DRAFT);
      return [status, headers["retry-after"]];
    };
    web.answerHost("isocpp.org", askForRest(429, 120));
    expect(await refusal()).toEqual([429, "120"]);
    web.answerHost("isocpp.org", askForRest(503, "Fri, 20 Nov 2026 10:00:00 GMT"));
    expect(await refusal()).toEqual([503, "Fri, 20 Nov 2026 10:00:00 GMT"]);
    web.answerHost("isocpp.org", askForRest(503));
    expect(await refusal()).toEqual([503, undefined]);
  });

  test("hangs or resets", async () => {
    web.answerHost("isocpp.org", { reset: true });
    await expect(ask(web.proxy, DRAFT)).rejects.toThrow();
    web.answerHost("isocpp.org", { hang: true });
    const hanging = Promise.allSettled([ask(web.proxy, DRAFT)]);
    await soon(() => expect(web.arrivals).toHaveLength(2));
    expect(over.map(({ status }) => status)).toEqual([0]);
    await web.close();
    expect(await hanging).toMatchObject([{ status: "rejected" }]);
  });

  test("is slow, on top of what its answers are, and fast again", async () => {
    web.answer(DRAFT, { delayMs: 200, body: "late" });
    web.setLatency("isocpp.org", 200);
    const slow = await ask(web.proxy, DRAFT);
    expect(slow.body.toString()).toBe("late");
    expect(slow.headersAfterMs).toBeGreaterThan(390);
    web.answerHost("isocpp.org", SOFT_404);
    expect((await ask(web.proxy, DRAFT)).headersAfterMs).toBeGreaterThan(190);
    // Longer than this test may take: whoever waits for it is not answered.
    web.setLatency("isocpp.org", 1_000_000);
    expect((await ask(web.proxy, "https://wg21.link/")).status).toBe(404);
    web.setLatency("isocpp.org", 0);
    expect((await ask(web.proxy, DRAFT)).status).toBe(200);
  });

  test("holds back what is asked of it until it is let go, and nothing that is asked of others", async () => {
    web.answer(DRAFT, { body: "now" });
    const release = web.hold("isocpp.org");
    let isAnswered = false;
    const asked = ask(web.proxy, DRAFT).then((answer) => {
      isAnswered = true;
      return answer;
    });
    await soon(() => expect(web.arrivals.map(({ url }) => url)).toContain(DRAFT));
    await ask(web.proxy, "https://wg21.link/");
    expect(isAnswered).toBe(false);
    web.answer(DRAFT, { body: "later" });
    release();
    expect((await asked).body.toString()).toBe("later");
    expect((await ask(web.proxy, DRAFT)).body.toString()).toBe("later");
  });
});

describe("one connection of HTTP/2", () => {
  withWeb(HTTP2);

  test("carries any number of requests at once, and what happens to one happens to no other", async () => {
    const urls = Array.from({ length: 40 }, (_, at) => `https://isocpp.org/files/papers/D${4000 + at}R0.pdf`);
    const [reset = "", cut = "", hung = "", ...well] = urls;
    for (const url of well) web.answer(url, { delayMs: 100, body: url });
    web.answer(reset, { reset: true });
    web.answer(cut, { body: "12345", cutAfterBytes: 2 });
    web.answer(hung, { hang: true });
    const connection = await connectHttp2(web.proxy, "isocpp.org");
    const [broken, short, left, ...answers] = urls.map((url) => connection.ask(url));
    await expect(broken).rejects.toThrow("NGHTTP2_INTERNAL_ERROR");
    expect(await short).toMatchObject({ complete: false, body: Buffer.from("12") });
    expect((await Promise.all(answers)).map(({ body, complete }) => complete && body.toString())).toEqual(well);
    expect(Math.max(...web.arrivals.map(({ atOnce }) => atOnce))).toBeGreaterThanOrEqual(well.length);

    const leaving = Promise.allSettled([left]);
    connection.close();
    expect(await leaving).toMatchObject([{ status: "rejected" }]);
    await soon(() => expect(over).toHaveLength(urls.length));
  });

  test("is offered beside HTTP/1.1, and only where asked for", async () => {
    expect(await ask(web.proxy, DRAFT)).toMatchObject({ status: 404 });
    expect(web.arrivals).toMatchObject([{ httpVersion: "1.1" }]);
    const plain = await startWeb();
    await expect(connectHttp2(plain.proxy, "isocpp.org")).rejects.toThrow("no application protocol");
    await plain.close();
  });

  test("that is lost while its client takes no more is noticed", async () => {
    web.answer(DRAFT, { body: endlessBody() });
    const connection = await connectHttp2(web.proxy, "isocpp.org");
    await connection.ask(DRAFT, { leaveAfterBytes: 100_000 });
    connection.close();
    await soon(() => expect(over).toHaveLength(1));
  });
});

describe("refusals", () => {
  withWeb(HTTP1);

  test.each(["example.org:443", "wg21.link:80", "isocpp.org:8443", "open-std.org:443", "127.0.0.1:443", "[::1]:443"])("no tunnel to %s", async (target) => {
    await expect(tunnel(web.proxy, target)).rejects.toThrow("proxy answered 403");
    expect(web.refusals).toMatchObject([{ host: target, at: expect.closeTo(Date.now(), -4) }]);
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
