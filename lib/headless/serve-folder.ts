import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import { extname, join } from "node:path";

/** All that is served; nothing else in the folder is anybody's business. */
const NAMES = /^(?:facts-[0-9a-f]{16}\.json|(?:head|feed|health)\.json|feed\.xml|index\.html)$/;
const TYPES: Record<string, string> = { ".json": "application/json", ".xml": "application/atom+xml", ".html": "text/html; charset=utf-8" };
const FOR_EVER = "public, max-age=31536000, immutable";

/** Serves the feed in that folder, with the headers that caches and browsers need. Rejects where it cannot listen there. */
export async function serveFolder(folder: string, { host, port }: { host: string; port: number }): Promise<Server> {
  const server = createServer(async ({ method, url, headers }, response) => {
    const name = (url ?? "/").split("?", 1)[0]?.slice(1) || "index.html";
    const answer = (status: number, about: Record<string, string> = {}, body?: Uint8Array) =>
      response.writeHead(status, { "Access-Control-Allow-Origin": "*", ...about }).end(body);
    if (method !== "GET" && method !== "HEAD") return answer(405, { Allow: "GET, HEAD" });
    const body = NAMES.test(name) ? await readFile(join(folder, name)).catch(() => undefined) : undefined;
    if (!body) return answer(404, { "Cache-Control": "no-store" });
    const etag = `"${createHash("sha256").update(body).digest("base64url").slice(0, 11)}"`;
    const about = { ETag: etag, "Cache-Control": maxAgeOf(name) };
    // Nearly every answer is this one, so it says what it has to and no more.
    if (headers["if-none-match"]?.includes(etag)) return answer(304, about);
    const whatItIs = { "Content-Type": TYPES[extname(name)] ?? "", "X-Content-Type-Options": "nosniff" };
    return answer(200, { ...about, ...whatItIs, "Content-Length": String(body.length) }, method === "HEAD" ? undefined : body);
  });
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  server.once("error", reject).listen(port, host, resolve);
  await promise;
  return server;
}

function maxAgeOf(name: string): string {
  if (name.startsWith("facts-")) return FOR_EVER;
  return name === "head.json" || name === "health.json" ? "public, max-age=60" : "public, max-age=600";
}
