import { gunzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ask } from "../asking/ask.ts";
import { listingUrl, startWeb, type Web } from "../web.ts";
import { DRAFTS_URL } from "./published-draft.ts";

const NAME = "D4123R0.pdf";
const URL = `${DRAFTS_URL}${NAME}`;
const CHANGED = new Date("2026-11-20T10:00:00.750Z");
const SAME_SECOND = "Fri, 20 Nov 2026 10:00:00 GMT";
const EARLIER = "Fri, 20 Nov 2026 09:59:59 GMT";

let web: Web;
beforeAll(async () => {
  web = await startWeb();
});
afterAll(() => web.close());

describe("a draft", () => {
  test("lies where drafts lie, with all that describes it, and to HEAD without its body", async () => {
    web.publishDraft(NAME, "%PDF", { lastModified: CHANGED });
    expect(URL).toBe("https://isocpp.org/files/papers/D4123R0.pdf");
    for (const method of ["GET", "HEAD"]) {
      const { status, headers, body } = await ask(web.proxy, URL, { method });
      expect([method, status, body.toString()]).toEqual([method, 200, method === "GET" ? "%PDF" : ""]);
      expect(headers).toMatchObject({ "content-type": "application/pdf", "content-length": "4", "last-modified": SAME_SECOND });
      expect(headers.etag).toMatch(/^"[0-9a-f]{32}"$/);
    }
  });

  test.each<[name: string, headers: Record<string, string>, status: number]>([
    ["its ETag", { "if-none-match": '"its"' }, 304],
    ["another ETag, though the date holds", { "if-none-match": '"other"', "if-modified-since": SAME_SECOND }, 200],
    ["its date", { "if-modified-since": SAME_SECOND }, 304],
    ["an earlier date", { "if-modified-since": EARLIER }, 200],
  ])("asked with %s", async (_, headers, status) => {
    web.publishDraft(NAME, "%PDF", { lastModified: CHANGED, etag: '"its"' });
    for (const method of ["GET", "HEAD"]) {
      const asked = await ask(web.proxy, URL, { method, headers });
      expect([method, asked.status]).toEqual([method, status]);
      expect(asked.headers).toMatchObject({ etag: '"its"', "last-modified": SAME_SECOND });
      expect(asked.body.length > 0).toBe(method === "GET" && status === 200);
    }
  });

  test("published again is another", async () => {
    web.publishDraft(NAME, "first", { lastModified: CHANGED });
    const { headers } = await ask(web.proxy, URL);
    web.publishDraft(NAME, "second");
    const conditional = await ask(web.proxy, URL, { headers: { "if-none-match": String(headers.etag) } });
    expect([conditional.status, conditional.body.toString()]).toEqual([200, "second"]);
    expect(Math.abs(Date.parse(String(conditional.headers["last-modified"])) - Date.now())).toBeLessThan(5000);
  });

  test("may lack its validators, and then never holds", async () => {
    web.publishDraft(NAME, "%PDF", { lastModified: null, etag: null });
    for (const headers of [{}, { "if-none-match": "null" }, { "if-modified-since": new Date().toUTCString() }]) {
      const asked = await ask(web.proxy, URL, { headers });
      expect([asked.status, "etag" in asked.headers, "last-modified" in asked.headers]).toEqual([200, false, false]);
    }
  });

  test("may be slow", async () => {
    web.publishDraft(NAME, "%PDF", { delayMs: 150 });
    expect((await ask(web.proxy, URL, { method: "HEAD" })).headersAfterMs).toBeGreaterThan(140);
  });

  test.each([
    ["D4124R0.html", "text/html; charset=utf-8"],
    ["D4124R0.HTML", "text/html; charset=utf-8"],
    ["D4124R0.txt", "text/plain"],
    ["D4124R0", "application/octet-stream"],
  ])("%s is %s, unless told", async (name, contentType) => {
    web.publishDraft(name, "x");
    expect((await ask(web.proxy, DRAFTS_URL + name)).headers["content-type"]).toBe(contentType);
    web.publishDraft(name, "x", { contentType: "image/png" });
    expect((await ask(web.proxy, DRAFTS_URL + name)).headers["content-type"]).toBe("image/png");
  });

  test("that was removed, or is written otherwise, is a page of the host that says 404", async () => {
    web.publishDraft(NAME, "%PDF");
    web.publishDraft("D4125R0.pdf", "%PDF");
    web.removeDraft(NAME);
    for (const url of [URL, `${DRAFTS_URL}d4125r0.pdf`, `${DRAFTS_URL}D4125R0.html`, DRAFTS_URL]) {
      const { status, headers, body } = await ask(web.proxy, url);
      expect([url, status, headers["content-type"]]).toEqual([url, 404, "text/html; charset=utf-8"]);
      expect(body.toString()).toContain("<title>");
    }
    expect((await ask(web.proxy, `${DRAFTS_URL}D4125R0.pdf`)).status).toBe(200);
  });

  test.each(["", ".", "..", "../x.pdf", "a/b.pdf", "/a.pdf", "//example.org/a.pdf", "a\\b.pdf", "a.pdf?", "a.pdf#top"])("has no such name: %j", (name) => {
    expect(() => web.publishDraft(name, "x")).toThrow("no name of a file");
    expect(() => web.removeDraft(name)).toThrow("no name of a file");
  });

  test("may have a name that a URL writes otherwise", async () => {
    web.publishDraft("PO4116 émotions.html", "x");
    expect((await ask(web.proxy, `${DRAFTS_URL}PO4116%20%C3%A9motions.html`)).status).toBe(200);
  });
});

describe("a listing", () => {
  const PAGE = "<table><tr ><td >Köppe </td></tr></table>";

  test("lies in the folder of its year, with validators and gzip", async () => {
    web.publishListing(2026, PAGE, { lastModified: CHANGED });
    expect(listingUrl(2026)).toBe("https://www.open-std.org/jtc1/sc22/wg21/docs/papers/2026/");
    const { status, headers, body } = await ask(web.proxy, listingUrl(2026));
    expect([status, body.toString()]).toEqual([200, PAGE]);
    expect(headers).toMatchObject({ "content-type": "text/html; charset=utf-8", "last-modified": SAME_SECOND, etag: expect.any(String) });
    const zipped = await ask(web.proxy, listingUrl(2026), { headers: { "accept-encoding": "gzip" } });
    expect(gunzipSync(zipped.body).toString()).toBe(PAGE);
    expect((await ask(web.proxy, listingUrl(2025))).status).toBe(404);
  });

  test("is not sent again while it holds", async () => {
    web.publishListing(2026, PAGE);
    const { headers } = await ask(web.proxy, listingUrl(2026));
    for (const known of [{ "if-none-match": String(headers.etag) }, { "if-modified-since": String(headers["last-modified"]) }])
      expect(await ask(web.proxy, listingUrl(2026), { headers: known })).toMatchObject({ status: 304, body: Buffer.alloc(0) });
    web.publishListing(2026, PAGE.replace("Köppe", "Kühl"));
    expect((await ask(web.proxy, listingUrl(2026), { headers: { "if-none-match": String(headers.etag) } })).status).toBe(200);
  });
});
