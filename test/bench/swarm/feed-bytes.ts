import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { type AddressInfo, connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import type { DraftFact } from "../../../lib/feed/fact.ts";
import { publication } from "../../../lib/feed/published/publication.ts";
import { serveFolder } from "../../../lib/headless/serve-folder.ts";
import { RICH } from "../../feed/sample-facts.ts";
import { signerOf } from "../../feed/signers.ts";

const HOUR = 60 * 60_000;
const AT = Date.UTC(2019, 5, 1);
/** Its part that reaches least far back. */
const SHORTEST_HOURS = 9;

/** What an answer of a feed's host has, in bytes. */
export interface FeedBytes {
  /** The head, and the part that those read who read all the time, sent packed. */
  headBytes: number;
  partBytes: number;
  /** What goes before a body, and the whole of an answer that nothing has changed: as the scout's own server writes it. */
  headerBytes: number;
  unchangedBytes: number;
}

/** Of a feed to which so many drafts come in a day. */
export async function feedBytes(findsPerDay: number): Promise<FeedBytes> {
  const many = Math.max(1, Math.round((findsPerDay * SHORTEST_HOURS) / 24));
  const drafts = Array.from({ length: many }, (_, place): DraftFact => {
    const at = AT - ((place + 1) * SHORTEST_HOURS * HOUR) / (many + 1);
    const files = RICH.files.slice(0, 1).map((file) => ({ ...file, at, modifiedAt: at, etag: `"${Math.floor(at).toString(36)}-${place}"` }));
    return { id: `D${4000 + place}R0`, found: { at }, files, ...(RICH.page && { page: { ...RICH.page, at } }) };
  });
  const about = { publisher: "A scout", at: AT, expires: AT + 8 * HOUR, waitMinutes: 15, share: 100_000, mirrors: [] };
  const { files } = await publication({ drafts, statuses: [], papers: [] }, about, 1, await signerOf(1));
  const size = (isIt: (name: string) => boolean) => gzipSync(files.find(({ name }) => isIt(name))?.bytes ?? new Uint8Array()).length;
  return {
    headBytes: size((name) => name === "head.json"),
    partBytes: size((name) => name.startsWith("facts-")),
    ...(await answerBytes(files.find(({ name }) => name === "head.json")?.bytes ?? new Uint8Array())),
  };
}

/** Asks the scout's own server for a head, twice, and counts. */
async function answerBytes(head: Uint8Array): Promise<Pick<FeedBytes, "headerBytes" | "unchangedBytes">> {
  const folder = mkdtempSync(join(tmpdir(), "swarm-"));
  writeFileSync(join(folder, "head.json"), head);
  const server = await serveFolder(folder, { host: "127.0.0.1", port: 0 });
  const { port } = server.address() as AddressInfo;
  const ask = (headers: string) =>
    new Promise<string>((resolve, reject) => {
      let answer = "";
      const socket = connect(port, "127.0.0.1", () => socket.write(`GET /head.json HTTP/1.1\r\nHost: scout.example\r\nConnection: close\r\n${headers}\r\n`));
      socket
        .setEncoding("latin1")
        .on("data", (data) => (answer += data))
        .on("close", () => resolve(answer))
        .on("error", reject);
    });
  const whole = await ask("");
  const [, etag = ""] = /^etag: (.*)\r$/im.exec(whole) ?? [];
  const unchanged = await ask(`If-None-Match: ${etag}\r\n`);
  server.close();
  rmSync(folder, { recursive: true });
  return { headerBytes: whole.indexOf("\r\n\r\n") + 4, unchangedBytes: unchanged.length };
}
