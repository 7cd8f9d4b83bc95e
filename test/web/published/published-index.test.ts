import { gunzipSync } from "node:zlib";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { ask } from "../asking/ask.ts";
import { INDEX_URL, startWeb, type Web } from "../web.ts";

const TEXT = JSON.stringify({ P2300R10: { type: "paper", title: "`std::execution`", author: "Kühl" } });
const PUBLISHED = new Date("2026-11-20T10:00:00.750Z");
const SAME_SECOND = "Fri, 20 Nov 2026 10:00:00 GMT";
const EARLIER = "Fri, 20 Nov 2026 09:59:59 GMT";
const LATER = "Sat, 21 Nov 2026 00:00:00 GMT";

let web: Web;
let etag: string;
beforeAll(async () => {
  web = await startWeb();
});
afterAll(() => web.close());
beforeEach(async () => {
  web.publishIndex(TEXT, { lastModified: PUBLISHED });
  etag = String((await ask(web.proxy, INDEX_URL)).headers.etag);
});

test("the whole index comes with its validators", async () => {
  const { status, headers, body } = await ask(web.proxy, INDEX_URL);
  expect(status).toBe(200);
  expect(headers).toMatchObject({ "last-modified": SAME_SECOND, "content-type": "application/json", "content-length": String(Buffer.byteLength(TEXT)) });
  expect(headers.etag).toMatch(/^W\/"[0-9a-f]{32}"$/);
  expect(body.toString()).toBe(TEXT);
});

test.each<[name: string, headers: () => Record<string, string>, status: number]>([
  ["its ETag", () => ({ "if-none-match": etag }), 304],
  ["its ETag, compared weakly", () => ({ "if-none-match": etag.replace("W/", "") }), 304],
  ["its ETag among others", () => ({ "if-none-match": `"other", ${etag}` }), 304],
  ["any", () => ({ "if-none-match": "*" }), 304],
  ["another ETag", () => ({ "if-none-match": '"other"' }), 200],
  ["another ETag, though the date holds", () => ({ "if-none-match": '"other"', "if-modified-since": LATER }), 200],
  ["its ETag, though the date does not hold", () => ({ "if-none-match": etag, "if-modified-since": EARLIER }), 304],
  ["its date", () => ({ "if-modified-since": SAME_SECOND }), 304],
  ["a later date", () => ({ "if-modified-since": LATER }), 304],
  ["an earlier date", () => ({ "if-modified-since": EARLIER }), 200],
  ["no date", () => ({ "if-modified-since": "yesterday" }), 200],
])("asked with %s", async (_name, headers, status) => {
  for (const method of ["GET", "HEAD"]) {
    const asked = await ask(web.proxy, INDEX_URL, { method, headers: headers() });
    expect([method, asked.status]).toEqual([method, status]);
    expect(asked.headers).toMatchObject({ etag, "last-modified": SAME_SECOND });
    expect(asked.body.length > 0).toBe(method === "GET" && status === 200);
    // Chromium writes what a 304 says over what it has stored; a length of 0 would spoil it.
    expect("content-length" in asked.headers).toBe(status === 200);
  }
});

test("a changed index has another ETag, and the old one no longer holds", async () => {
  web.publishIndex(TEXT.replace("R10", "R11"), { lastModified: PUBLISHED });
  const asked = await ask(web.proxy, INDEX_URL, { headers: { "if-none-match": etag } });
  expect(asked.status).toBe(200);
  expect(asked.headers.etag).not.toBe(etag);
  expect(asked.body.toString()).toContain("P2300R11");

  web.publishIndex(Buffer.from(TEXT));
  expect((await ask(web.proxy, INDEX_URL, { headers: { "if-none-match": etag } })).status).toBe(304);
});

test("the date of publishing is now where none is given", async () => {
  web.publishIndex("{}");
  const { headers } = await ask(web.proxy, INDEX_URL);
  expect(Math.abs(Date.parse(String(headers["last-modified"])) - Date.now())).toBeLessThan(5000);
});

test.each([
  ["gzip", true],
  ["br, GZIP;q=0.5", true],
  ["gzip, deflate, br, zstd", true],
  ["br", false],
  ["gzip;q=0", false],
  ["x-gzipped", false],
])("with accept-encoding %s it is zipped: %s", async (acceptEncoding, zipped) => {
  const { headers, body } = await ask(web.proxy, INDEX_URL, { headers: { "accept-encoding": acceptEncoding } });
  expect(headers["content-encoding"]).toBe(zipped ? "gzip" : undefined);
  expect((zipped ? gunzipSync(body) : body).toString()).toBe(TEXT);
  expect(headers).toMatchObject({ etag, "content-length": String(body.length), vary: "accept-encoding" });
  const head = await ask(web.proxy, INDEX_URL, { method: "HEAD", headers: { "accept-encoding": acceptEncoding } });
  expect(head.headers["content-length"]).toBe(String(body.length));
});

test("its address can be scripted like any other", async () => {
  web.answer(INDEX_URL, { status: 503 });
  expect((await ask(web.proxy, INDEX_URL)).status).toBe(503);
});
