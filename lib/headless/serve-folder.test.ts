import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { serveFolder } from "./serve-folder.ts";

const folder = mkdtempSync(join(tmpdir(), "serve-"));
let server: Server;
let at: string;
beforeAll(async () => {
  for (const name of ["head.json", "facts-0123456789abcdef.json", "index.html", "feed.xml", "secret.json"]) writeFileSync(join(folder, name), `"${name}"`);
  server = await serveFolder(folder, { host: "127.0.0.1", port: 0 });
  at = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
});
afterAll(() => {
  server.close();
  server.closeAllConnections();
  rmSync(folder, { recursive: true });
});

describe("the server", () => {
  it.each([
    ["head.json", "application/json", "public, max-age=60"],
    ["facts-0123456789abcdef.json", "application/json", "public, max-age=31536000, immutable"],
    ["feed.xml", "application/atom+xml", "public, max-age=600"],
    ["", "text/html; charset=utf-8", "public, max-age=600"],
  ])("gives %j to everybody, to be kept as long as it holds", async (name, type, kept) => {
    const answer = await fetch(`${at}${name}`);
    expect([answer.status, await answer.text()]).toEqual([200, `"${name || "index.html"}"`]);
    expect(["content-type", "cache-control", "access-control-allow-origin"].map((header) => answer.headers.get(header))).toEqual([type, kept, "*"]);
    const again = await fetch(`${at}${name}`, { headers: { "If-None-Match": answer.headers.get("etag") ?? "" } });
    expect([again.status, await again.text()]).toEqual([304, ""]);
  });

  it.each(["secret.json", "facts-0.json", "../serve-folder.ts", "%2e%2e/x", "feed.json"])("has no %s", async (name) => {
    expect((await fetch(`${at}${name}`)).status).toBe(404);
  });

  it("takes nothing", async () => expect((await fetch(`${at}head.json`, { method: "PUT", body: "x" })).status).toBe(405));

  it("tells the head of a file", async () => {
    const answer = await fetch(`${at}head.json?now`, { method: "HEAD" });
    expect([answer.status, answer.headers.get("content-length"), await answer.text()]).toEqual([200, "11", ""]);
  });
});
