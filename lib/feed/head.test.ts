import { beforeAll, describe, expect, it } from "vitest";
import { NOW } from "../../test/feed/sample-facts.ts";
import { bytesOf, signerOf } from "../../test/feed/signers.ts";
import { type FeedHead, isFresh, MAX_HEAD_BYTES, readHead, writeHead } from "./head.ts";
import type { Refusal } from "./refusal.ts";
import { type Signer, signText } from "./signature.ts";

const HOUR = 60 * 60_000;
const HEAD: FeedHead = {
  format: 1,
  seq: 7,
  at: NOW,
  expires: NOW + 2 * HOUR,
  waitMinutes: 15,
  share: 20_000,
  publisher: "A scout",
  mirrors: ["https://mirror.example/paperscout/"],
  parts: ["a", "b", "c", "d"].map((digit, place) => ({
    since: place === 3 ? 0 : NOW - 4 ** place * HOUR,
    sha256: digit.repeat(64),
    bytes: 4 ** place * 10_000,
  })),
};

let ours: Signer;
let other: Signer;
beforeAll(async () => {
  [ours, other] = [await signerOf(1), await signerOf(2)];
});

const read = async (text: string, known: { keys?: string[]; latest?: string } = {}, now = NOW) =>
  readHead(bytesOf(text), { keys: known.keys ?? [ours.key], latest: known.latest }, now);
/** What any payload is when it is signed as it should be. */
const signed = async (payload: unknown, signer = ours) => {
  const text = typeof payload === "string" ? payload : JSON.stringify(payload);
  return JSON.stringify({ payload: text, key: signer.key, sig: await signText(text, signer) });
};
const payloadOf = (text: string): string => JSON.parse(text).payload;

describe("a head", () => {
  it("is read as it was written, in a kilobyte", async () => {
    const text = await writeHead(HEAD, ours);
    expect(bytesOf(text).length).toBeLessThan(1100);
    expect(await read(text)).toEqual({ ok: true, key: ours.key, head: HEAD, payload: payloadOf(text), isNew: true });
  });

  it("is new once", async () => {
    const text = await writeHead(HEAD, ours);
    expect(await read(text, { latest: payloadOf(text) })).toMatchObject({ ok: true, isNew: false });
    const next = await writeHead({ ...HEAD, seq: 8 }, ours);
    expect(await read(next, { latest: payloadOf(text) })).toMatchObject({ ok: true, isNew: true, head: { seq: 8 } });
  });

  it("may be signed with either of two keys, and with no third", async () => {
    const keys = [ours.key, other.key];
    for (const signer of [ours, other]) expect(await read(await writeHead(HEAD, signer), { keys })).toMatchObject({ ok: true });
    expect(await read(await writeHead(HEAD, await signerOf(3)), { keys })).toEqual({ ok: false, refusal: "unknown-key" });
  });

  it("is read where it says more than we know", async () => {
    expect(await read(await signed({ ...HEAD, mood: "good" }))).toMatchObject({ ok: true, head: HEAD });
  });

  it("shows its publisher without what could disguise a name", async () => {
    expect(await read(await signed({ ...HEAD, publisher: "\u202eA\u0000 \n <b>scout</b> \ud800" }))).toMatchObject({
      head: { publisher: "A <b>scout</b> \ufffd" },
    });
  });

  it("is fresh until it expires", () => {
    expect([NOW, NOW + 2 * HOUR - 1, NOW + 2 * HOUR].map((now) => isFresh(HEAD, now))).toEqual([true, true, false]);
  });
});

describe("a head is refused where it is", () => {
  it.each<[what: string, refusal: Refusal, text: () => string | Promise<string>]>([
    ["empty", "not-json", () => ""],
    ["a web page", "html", () => "\n<!doctype html><title>Not found</title>"],
    ["half of one", "not-json", async () => (await writeHead(HEAD, ours)).slice(0, 200)],
    ["ten megabytes", "too-large", () => " ".repeat(10_000_000)],
    ["too large by a byte", "too-large", async () => (await writeHead(HEAD, ours)).padEnd(MAX_HEAD_BYTES + 1)],
    ["a list", "not-a-feed", () => "[]"],
    ["null", "not-a-feed", () => "null"],
    ["unsigned", "not-a-feed", () => JSON.stringify({ payload: JSON.stringify(HEAD), key: ours.key })],
    ["signed with nothing", "bad-signature", () => JSON.stringify({ payload: JSON.stringify(HEAD), key: ours.key, sig: "" })],
    ["signed with another's key", "unknown-key", () => writeHead(HEAD, other)],
    ["signed by another in our name", "bad-signature", async () => JSON.stringify({ ...JSON.parse(await writeHead(HEAD, other)), key: ours.key })],
    ["signed, but changed by a letter", "bad-signature", async () => (await writeHead(HEAD, ours)).replace("A scout", "B scout")],
    ["of another format", "unknown-format", () => signed({ ...HEAD, format: 2 })],
    ["of no format", "unknown-format", () => signed({})],
    ["signed JSON that is no object", "unknown-format", () => signed("null")],
    ["signed text", "not-json", () => signed("hello")],
    ["without a part", "not-a-feed", () => signed({ ...HEAD, parts: [] })],
    ["without a part with everything", "not-a-feed", () => signed({ ...HEAD, parts: HEAD.parts.slice(0, 1) })],
    ["fresh for longer than a week", "not-a-feed", () => signed({ ...HEAD, expires: NOW + 7 * 24 * HOUR + 1 })],
    ["fresh for ever", "not-a-feed", () => signed({ ...HEAD, expires: 8.64e15 })],
    ["with ten parts", "not-a-feed", () => signed({ ...HEAD, parts: Array.from({ length: 10 }, () => HEAD.parts[3]) })],
    ["with a hash that is none", "not-a-feed", () => signed({ ...HEAD, parts: [{ since: 0, sha256: "../../etc/passwd", bytes: 1 }] })],
    ["with a number that is none", "not-a-feed", () => signed({ ...HEAD, seq: 1.5 })],
    ["with a number beyond what can be counted", "not-a-feed", () => signed({ ...HEAD, seq: 2 ** 60 })],
    ["over before it began", "not-a-feed", () => signed({ ...HEAD, expires: HEAD.at })],
    ["of no share", "not-a-feed", () => signed({ ...HEAD, share: 0 })],
    ["polled without a pause", "not-a-feed", () => signed({ ...HEAD, waitMinutes: 0 })],
    ["mirrored in the open", "not-a-feed", () => signed({ ...HEAD, mirrors: ["http://mirror.example/"] })],
    ["announcing a part beyond measure", "too-large", () => signed({ ...HEAD, parts: HEAD.parts.map((part) => ({ ...part, bytes: 2e9 })) })],
    ["older", "older", () => writeHead({ ...HEAD, seq: 6 }, ours)],
    ["another of the same number", "contradicts", () => writeHead({ ...HEAD, at: HEAD.at + 1 }, ours)],
    ["from tomorrow", "from-the-future", () => writeHead({ ...HEAD, seq: 8, at: NOW + 24 * HOUR, expires: NOW + 26 * HOUR }, ours)],
  ])("%s: %s", async (_, refusal, text) => {
    const latest = payloadOf(await writeHead(HEAD, ours));
    expect(await read(await text(), { latest })).toEqual({ ok: false, refusal });
  });

  it("bytes that are no text", async () => {
    expect(await readHead(Uint8Array.of(0xff, 0xfe, 0x7b), { keys: [ours.key] }, NOW)).toEqual({ ok: false, refusal: "not-json" });
  });

  it("by a clock that is a day behind, and read again when that is put right", async () => {
    const text = await writeHead(HEAD, ours);
    expect(await read(text, {}, NOW - 24 * HOUR)).toEqual({ ok: false, refusal: "from-the-future" });
    expect(await read(text, {}, NOW)).toMatchObject({ ok: true });
  });
});
