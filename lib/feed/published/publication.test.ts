import { beforeAll, describe, expect, it } from "vitest";
import { NOW, OLD, PLAIN, RICH, STATUS } from "../../../test/feed/sample-facts.ts";
import { signerOf } from "../../../test/feed/signers.ts";
import { readHead } from "../head.ts";
import { partName, partToRead, readPart } from "../part.ts";
import type { Signer } from "../signature.ts";
import { publication } from "./publication.ts";

const HOUR = 60 * 60_000;
const KNOWN = { drafts: [RICH, PLAIN, OLD], statuses: [STATUS], papers: [] };
const about = (at: number) => ({ publisher: "A scout", at, expires: at + 2 * HOUR, waitMinutes: 15, share: 100, mirrors: [] });

const AFTER = NOW + HOUR / 2;

let ours: Signer;
beforeAll(async () => {
  ours = await signerOf(1);
});
const publish = (at: number, seq = 0) => publication(KNOWN, about(at), seq, ours);

describe("a publication", () => {
  it("is read as what was known: all of it in one part, what has changed of late in the others", async () => {
    const { files } = await publish(NOW);
    const bytesOf = (name: string) => files.find((file) => file.name === name)?.bytes ?? new Uint8Array();
    const read = await readHead(bytesOf("head.json"), { keys: [ours.key] }, NOW);
    if (!read.ok) throw new Error(read.refusal);
    const parts = await Promise.all(read.head.parts.map((part) => readPart(bytesOf(partName(part)), part, read.head)));
    expect(parts).toEqual([
      ...Array.from({ length: 3 }, () => ({ ok: true, odd: 0, drafts: [RICH, PLAIN], statuses: [STATUS] })),
      { ok: true, odd: 0, drafts: [RICH, PLAIN, OLD], statuses: [STATUS] },
    ]);
    expect(bytesOf("head.json").length).toBeLessThan(1024);
  });

  it("has the head last and what the head names first, each once", async () => {
    const names = (await publish(NOW)).files.map(({ name }) => name.replace(/-\w+/, ""));
    expect(names).toEqual(["facts.json", "facts.json", "feed.json", "feed.xml", "index.html", "head.json"]);
  });

  it("has the parts of before while nothing is new: a sign of life is a head alone", async () => {
    const partsOf = async (more: object) =>
      (await publication(KNOWN, { ...about(NOW + 3 * HOUR), ...more }, 0, ours)).files.map(({ name }) => name).filter((name) => name.startsWith("facts-"));
    const before = (await publish(NOW)).files.map(({ name }) => name).filter((name) => name.startsWith("facts-"));
    expect(await partsOf({ newsAt: NOW })).toEqual(before);
  });

  it("leaves from its small parts what has not changed for long", async () => {
    const { files } = await publish(NOW + 100 * 24 * HOUR);
    expect(JSON.parse(new TextDecoder().decode(files[0]?.bytes))).toEqual({ format: 1, drafts: [], statuses: [] });
  });

  it("tells in its small parts what its first round finds after its first head, and no page of what that had without one is missing", async () => {
    const first = (id: string, at: number) => ({ ...PLAIN, id, found: { at, baseline: true as const }, files: [{ at, extension: ".pdf" }] });
    const page = { at: AFTER, title: "Rings", authors: [], audience: [] };
    const drafts = [first("D4001R0", NOW - HOUR), first("D4002R0", AFTER), { ...first("D4003R0", NOW - HOUR), page }];
    const { files } = await publication({ ...KNOWN, drafts }, { ...about(NOW + HOUR), firstAt: NOW }, 0, ours);
    expect(JSON.parse(new TextDecoder().decode(files[0]?.bytes)).drafts.map(({ id }: { id: string }) => id)).toEqual(["D4002R0", "D4003R0"]);
  });

  it("has a number that only rises: by a clock that stands, and where the state was lost", async () => {
    const first = (await publish(NOW)).seq;
    const second = (await publish(NOW - 24 * HOUR, first)).seq;
    expect(second).toBe(first + 1);
    expect((await publish(NOW + HOUR)).seq).toBeGreaterThan(second);
  });

  it("tells in its small parts also of a status that came to be known later than it says", async () => {
    const late = { ...STATUS, series: "P2000", at: NOW - 90 * 24 * HOUR };
    const { files } = await publication({ ...KNOWN, statuses: [STATUS, late], learntAt: new Map([["P2000", NOW - HOUR]]) }, about(NOW), 0, ours);
    expect(JSON.parse(new TextDecoder().decode(files[0]?.bytes))).toMatchObject({ statuses: [{ series: "P2000" }, { series: "P2300" }] });
  });

  it("names no part that no reader would take: who would have read it reads one that reaches further back", async () => {
    const statuses = Array.from({ length: 4_000 }, (_, place) => ({ ...STATUS, series: `P${1000 + place}`, at: place < 3_500 ? NOW - 48 * HOUR : NOW }));
    const { files } = await publication({ ...KNOWN, statuses }, about(NOW), 0, ours);
    const read = await readHead(files.at(-1)?.bytes ?? new Uint8Array(), { keys: [ours.key] }, NOW);
    expect(read).toMatchObject({ ok: true, head: { parts: [{ since: NOW - 9 * HOUR }, { since: 0 }] } });
    expect(read.ok && partToRead(read.head.parts, NOW - 24 * HOUR)).toMatchObject({ since: 0 });
  });
});
