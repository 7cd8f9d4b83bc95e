import { describe, expect, it } from "vitest";
import { fetchIndex, readSentIndex } from "./wg21-link.ts";

const encode = (text: string) => new TextEncoder().encode(text);

function fetchFrom(answer: (request: Request) => Response, known = {}) {
  return fetchIndex({ fetch: async (input, init) => answer(new Request(input, init)), isOnline: () => true }, { known, maxMegabytes: 1 }, () => 0);
}

describe("the index of wg21.link", () => {
  it("is given as it was sent, unread", async () => {
    const headers = { etag: '"1"', "content-type": "application/json" };
    expect(await fetchFrom(() => new Response("no JSON", { headers }))).toEqual({
      kind: "index",
      body: encode("no JSON"),
      contentType: "application/json",
      etag: '"1"',
    });
  });

  it("is asked for only where it has changed since the one that is known", async () => {
    let asked: Request | undefined;
    const answer = await fetchFrom(
      (request) => {
        asked = request;
        return new Response(null, { status: 304 });
      },
      { etag: '"1"', lastModified: "Sun, 22 Nov 2026 05:00:00 GMT" },
    );
    expect(answer).toEqual({ kind: "unchanged" });
    expect(asked?.url).toBe("https://wg21.link/index.json");
    expect(asked?.headers.get("if-none-match")).toBe('"1"');
    expect(asked?.headers.get("if-modified-since")).toBe("Sun, 22 Nov 2026 05:00:00 GMT");
  });

  it("fails where the host does", async () => {
    const answer = await fetchFrom(() => new Response("no", { status: 503, headers: { "retry-after": "60" } }));
    expect(answer).toEqual({ kind: "failed", failure: { kind: "server-error", status: 503 }, retryAfterMs: 60_000 });
  });
});

describe("an index that was sent", () => {
  it.each(["application/json", "application/octet-stream", ""])("is one JSON object, served as %j", (contentType) => {
    expect(readSentIndex({ body: encode('{"P1R0":{"author":"Kühl"}}'), contentType })).toEqual({ index: { P1R0: { author: "Kühl" } } });
  });

  it.each([
    ["<!doctype html><p>Down for maintenance", "text/html", "html"],
    ["\n <html>", "application/json", "html"],
    ["Down", "text/html; charset=utf-8", "html"],
    ['{"P1R0":{"title":"cut', "application/json", "not-json"],
    ["", "application/json", "not-json"],
    ["[]", "application/json", "not-object"],
    ["null", "application/json", "not-object"],
    ["42", "application/json", "not-object"],
  ])("is not %j served as %s: %s", (body, contentType, kind) => {
    expect(readSentIndex({ body: encode(body), contentType })).toEqual({ failure: { kind } });
  });
});
