import { describe, expect, it } from "vitest";
import { fetchIndex } from "./wg21-link.ts";

const fetchFrom = (response: () => Response) => fetchIndex({ fetch: async () => response(), isOnline: () => true }, { known: {}, maxMegabytes: 1 }, () => 0);

describe("the index of wg21.link", () => {
  it("is one JSON object", async () => {
    const headers = { etag: '"1"', "content-type": "application/json" };
    expect(await fetchFrom(() => new Response('{"P1R0":{}}', { headers }))).toEqual({ kind: "index", index: { P1R0: {} }, etag: '"1"' });
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
  ])("is not %j served as %s: %s", async (body, type, kind) => {
    expect(await fetchFrom(() => new Response(body, { headers: { "content-type": type } }))).toMatchObject({ kind: "failed", failure: { kind } });
  });

  it("passes on that it has not changed", async () => {
    expect(await fetchFrom(() => new Response(null, { status: 304 }))).toEqual({ kind: "unchanged" });
  });
});
