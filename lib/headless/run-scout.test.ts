import { mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, expect, it, vi } from "vitest";
import { signerOf } from "../../test/feed/signers.ts";
import { readHead } from "../feed/head.ts";
import { partName, partToRead, readPart } from "../feed/part.ts";
import { DATABASE_NAME } from "../store/database/database.ts";
import { troubleOf } from "./health.ts";
import { runScout, type ScoutNews } from "./run-scout.ts";

const HOUR = 60 * 60_000;
const folder = mkdtempSync(join(tmpdir(), "run-scout-"));
afterAll(() => rmSync(folder, { recursive: true }));
afterEach(() => void vi.restoreAllMocks());

const INDEX = Object.fromEntries(
  Array.from({ length: 10 }, (_, place) => {
    const id = `P${4000 + place}R0`;
    return [
      id,
      { type: "paper", title: id, author: "A", date: "2026-05-01", link: `https://wg21.link/${id}`, long_link: `https://www.open-std.org/${id}.pdf` },
    ];
  }),
);

/** Rounds of one scout, each a process's life; isocpp.org has these files. */
async function rounds(name: string, there: Set<string>) {
  const signer = await signerOf(1);
  const [to, state] = [join(folder, name, "to"), join(folder, name, "state")];
  mkdirSync(to, { recursive: true });
  const real = Date.now;
  const writtenAt = real() - HOUR;
  const unread = async () => ({ ok: false, why: "no-text" }) as never;
  async function fetch(address: unknown, { method }: RequestInit = {}) {
    const url = String(address);
    if (url.includes("wg21.link")) return Response.json(INDEX);
    if (!there.has(url.slice(url.lastIndexOf("/") + 1))) return new Response(null, { status: 404 });
    const headers = { "content-type": "application/pdf", "content-length": "5000", "last-modified": new Date(writtenAt).toUTCString() };
    return new Response(method === "HEAD" ? null : "%PDF-1.4", { headers });
  }
  return {
    to,
    state,
    /** By a clock that is so far ahead (ms). */
    async round(aheadMs = 0, tell: (news: ScoutNews) => void = () => {}) {
      const clock = vi.spyOn(Date, "now").mockImplementation(() => real() + aheadMs);
      const network = { fetch: fetch as typeof globalThis.fetch, isOnline: () => true };
      const about = { publisher: "A scout", waitMinutes: 15, share: 1, mirrors: [], once: true, tell };
      const readers = { page: unread, listing: unread };
      const scout = await runScout({ ...about, to, state, signer, network, readers, settings: { askGapMs: 0, openStd: false } });
      const health = await scout.ended;
      clock.mockRestore();
      const left = indexedDB.deleteDatabase(DATABASE_NAME);
      await new Promise((resolve) => Object.assign(left, { onsuccess: resolve, onblocked: resolve }));
      return health;
    },
    /** The ids of all that is published, by that clock. */
    async published(aheadMs = 0) {
      const bytesOf = (file: string) => new Uint8Array(readFileSync(join(to, file)));
      const read = await readHead(bytesOf("head.json"), { keys: [signer.key] }, real() + aheadMs);
      const part = read.ok && partToRead(read.head.parts, undefined);
      const whole = read.ok && part && (await readPart(bytesOf(partName(part)), part, read.head));
      return whole && (whole.ok ? whole.drafts.map(({ id }) => id) : whole.refusal);
    },
  };
}

it("what was found by a clock that was ahead is published when that time has come", async () => {
  const { round, published } = await rounds("ahead", new Set(["D4020R0.pdf"]));
  await round(5 * HOUR);
  expect(await published(5 * HOUR)).toEqual(["D4020R0"]);
  await round();
  expect(await published()).toEqual([]);
  await round(6 * HOUR);
  expect(await published(6 * HOUR)).toEqual(["D4020R0"]);
});

it("what could not be written is told with its path to whoever runs it, and of what kind it is to everybody", async () => {
  const { round, to, state } = await rounds("no-room", new Set());
  mkdirSync(`${state}.${process.pid}.new`);
  const told: ScoutNews[] = [];
  expect((await round(0, (news) => told.push(news))).trouble).toBe("disk");
  expect(told).toContainEqual({ kind: "trouble", message: expect.stringContaining(state) });
  const health = readFileSync(join(to, "health.json"), "utf8");
  expect(JSON.parse(health)).toMatchObject({ trouble: "disk" });
  expect(health).not.toContain(folder);
});

it.each([
  ["disk", Object.assign(new Error("EFBIG: file too large, write"), { code: "EFBIG", syscall: "write" })],
  ["fault", new TypeError("x is not a function")],
  ["fault", "thrown text"],
])("is laid to the %s: %s", (kind, error) => expect(troubleOf(error)).toBe(kind));
