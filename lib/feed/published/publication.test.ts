import { beforeAll, describe, expect, it } from "vitest";
import { NOW, OLD, PLAIN, RICH, STATUS } from "../../../test/feed/sample-facts.ts";
import { signerOf } from "../../../test/feed/signers.ts";
import type { DraftFact } from "../fact.ts";
import { readHead } from "../head.ts";
import { readPart } from "../part.ts";
import type { Signer } from "../signature.ts";
import { publication } from "./publication.ts";

const HOUR = 60 * 60_000;
const KNOWN = { drafts: [RICH, PLAIN, OLD], statuses: [STATUS], papers: [] };
const about = (at: number) => ({ publisher: "A scout", at, expires: at + 2 * HOUR, waitMinutes: 15, share: 100, mirrors: [] });

let ours: Signer;
beforeAll(async () => {
  ours = await signerOf(1);
});
const publish = (at: number, before?: Awaited<ReturnType<typeof publication>>["state"], drafts: DraftFact[] = KNOWN.drafts) =>
  publication({ ...KNOWN, drafts }, about(at), before, ours);

describe("a publication", () => {
  it("is read as what was known: all in the base, what has changed of late in the hot part", async () => {
    const { files } = await publish(NOW);
    const bytesOf = (start: string) => files.find(({ name }) => name.startsWith(start))?.bytes ?? new Uint8Array();
    const read = await readHead(bytesOf("head.json"), { keys: [ours.key] }, NOW);
    if (!read.ok) throw new Error(read.refusal);
    expect(await readPart("base", bytesOf("base-"), read.head)).toEqual({ ok: true, odd: 0, drafts: [RICH, PLAIN, OLD], statuses: [STATUS] });
    expect(await readPart("hot", bytesOf("hot-"), read.head)).toMatchObject({ drafts: [RICH, PLAIN], statuses: [STATUS] });
  });

  it("has the head last and what the head names first", async () => {
    expect((await publish(NOW)).files.map(({ name }) => name.replace(/-\w+/, ""))).toEqual([
      "base.json",
      "hot.json",
      "feed.json",
      "feed.xml",
      "index.html",
      "head.json",
    ]);
  });

  it("writes the base once a day, sooner where much was learnt, and where the clock was wrong", async () => {
    const hasBase = async (...args: Parameters<typeof publish>) => (await publish(...args)).files.some(({ name }) => name.startsWith("base-"));
    const { state } = await publish(NOW);
    expect(await hasBase(NOW + HOUR, state)).toBe(false);
    expect(await hasBase(NOW + 24 * HOUR, state)).toBe(true);
    expect(await hasBase(NOW - HOUR, state)).toBe(true);
    const many = Array.from({ length: 30 }, (_, place) => ({ ...OLD, id: `D${5000 + place}R0` }));
    expect(await hasBase(NOW + HOUR, state, [...KNOWN.drafts, ...many])).toBe(true);
  });

  it("has a number that only rises: by a clock that stands, and where the state was lost", async () => {
    const first = (await publish(NOW)).state;
    const second = (await publish(NOW - 24 * HOUR, first)).state;
    expect(second.seq).toBe(first.seq + 1);
    expect((await publish(NOW + HOUR)).state.seq).toBeGreaterThan(second.seq);
  });
});
