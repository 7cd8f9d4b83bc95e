import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anyFact } from "../../test/feed/any-fact.ts";
import { NOW, OLD, PLAIN, RICH, STATUS } from "../../test/feed/sample-facts.ts";
import { bytesOf } from "../../test/feed/signers.ts";
import type { DraftFact } from "./fact.ts";
import { mergeFacts } from "./merge-facts.ts";
import { partName, partToRead, readPart, writePart } from "./part.ts";
import type { Refusal } from "./refusal.ts";
import { sha256 } from "./signature.ts";

/** Reads it as the part that the head names. */
async function readAs(since: number, bytes: Uint8Array<ArrayBuffer>) {
  return readPart(bytes, { since, sha256: await sha256(bytes), bytes: bytes.length }, { at: NOW });
}
const readValue = (value: unknown) => readAs(1, bytesOf(JSON.stringify(value)));
const withDrafts = (...drafts: unknown[]) => ({ format: 1, drafts, statuses: [] });

describe("a part", () => {
  it("is read as it was written", async () => {
    const { bytes, reference } = await writePart({ drafts: [RICH, PLAIN, OLD], statuses: [STATUS] }, 0);
    const read = await readPart(bytes, reference, { at: NOW });
    expect(read).toEqual({ ok: true, odd: 0, drafts: [RICH, PLAIN, OLD], statuses: [STATUS] });
    expect(partName(reference)).toMatch(/^facts-[0-9a-f]{16}\.json$/);
  });

  it("is the same bytes in whatever order its facts come", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyFact), async (facts) => {
        const drafts = [...mergeFacts(facts).values()];
        const [one, other] = [await writePart({ drafts, statuses: [] }, 0), await writePart({ drafts: drafts.reverse(), statuses: [] }, 0)];
        expect(other).toEqual(one);
        expect(await readAs(1, one.bytes)).toMatchObject({ ok: true, odd: 0 });
      }),
    );
  });

  it("has each draft once, also where it says more than one thing of it", async () => {
    expect(await readValue(withDrafts(PLAIN, { ...PLAIN, found: { at: 3 } }))).toMatchObject({ drafts: [{ ...PLAIN, found: { at: 3 } }], odd: 0 });
  });
});

describe("a part is refused where it is", () => {
  const whole = async () => (await writePart({ drafts: [RICH], statuses: [] }, 1)).bytes;
  const named = async () => ({ since: 1, sha256: await sha256(await whole()), bytes: (await whole()).length });
  it.each<[string, Refusal, (bytes: Uint8Array<ArrayBuffer>) => Uint8Array<ArrayBuffer>]>([
    ["half", "wrong-hash", (bytes) => bytes.slice(0, bytes.length / 2)],
    ["empty", "wrong-hash", () => bytesOf("")],
    ["changed by a bit", "wrong-hash", (bytes) => bytes.map((byte, place) => (place === 40 ? byte ^ 1 : byte))],
    ["a web page", "wrong-hash", () => bytesOf("<!doctype html>")],
    ["longer than it says", "too-large", (bytes) => Uint8Array.of(...bytes, 32)],
  ])("%s: %s", async (_, refusal, change) => {
    const reference = await named();
    expect(await readPart(change(await whole()), reference, { at: NOW })).toEqual({ ok: false, refusal });
  });

  it.each<[string, Refusal, unknown]>([
    ["of another format", "unknown-format", { format: 2, drafts: [], statuses: [] }],
    ["null", "unknown-format", null],
    ["without drafts", "not-a-feed", { format: 1, statuses: [] }],
    ["one that claims 10,000 drafts at once", "too-many", withDrafts(...Array.from({ length: 10_000 }, () => 0))],
  ])("%s: %s", async (_, refusal, value) => expect(await readValue(value)).toEqual({ ok: false, refusal }));
});

describe("the part to read", () => {
  const HOUR = 60 * 60_000;
  const parts = [NOW - 9 * HOUR, NOW - 120 * HOUR, 0].map((since) => ({ since, sha256: "", bytes: 1 }));
  it.each([
    ["who has just looked", NOW - HOUR, NOW - 9 * HOUR],
    ["who slept for a night", NOW - 8 * HOUR, NOW - 9 * HOUR],
    ["who comes so late that something may be dated before", NOW - 8.5 * HOUR, NOW - 120 * HOUR],
    ["who was away for days", NOW - 100 * HOUR, NOW - 120 * HOUR],
    ["who was away for long", NOW - 200 * HOUR, 0],
    ["who is new", undefined, 0],
  ])("of one %s", (_, readAt, since) => {
    for (const some of [parts, parts.toReversed()]) expect(partToRead(some, readAt)?.since).toBe(since);
  });
});

describe("a fact that is none is left out alone", () => {
  const [file] = PLAIN.files;
  it.each<[string, unknown]>([
    ["no object", 7],
    ["an issue", { ...PLAIN, id: "LWG4200" }],
    ["an id in small letters", { ...PLAIN, id: "d4200r0" }],
    ["an id with another padding", { ...PLAIN, id: "D04200R0" }],
    ["an id without a revision", { ...PLAIN, id: "D4200" }],
    ["an id that leads elsewhere", { ...PLAIN, id: "../D4200R0" }],
    ["an address in place of an id", { ...PLAIN, id: "https://evil.example/D4200R0.pdf" }],
    ["a file with a path", { ...PLAIN, files: [{ ...file, extension: "/../../x.pdf" }] }],
    ["no file", { ...PLAIN, files: [] }],
    ["two files of one name", { ...PLAIN, files: [file, file] }],
    ["nine files", { ...PLAIN, files: Array.from("abcdefghi", (letter) => ({ ...file, extension: `.${letter}` })) }],
    ["a tag that would break a header", { ...PLAIN, files: [{ ...file, etag: '"a"\r\nCookie: b' }] }],
    ["a size below nothing", { ...PLAIN, files: [{ ...file, size: -1 }] }],
    ["a time that is text", { ...PLAIN, found: { at: "today" } }],
    ["found tomorrow", { ...PLAIN, found: { at: NOW + 24 * 60 * 60_000 } }],
    ["changed in a thousand years", { ...PLAIN, files: [{ ...file, at: NOW * 20 }] }],
    ["a title of a megabyte", { ...RICH, page: { ...RICH.page, title: "x".repeat(1e6) } }],
    ["a title that is none", { ...RICH, page: { ...RICH.page, title: { toString: "x" } } }],
    ["a thousand authors", { ...RICH, page: { ...RICH.page, authors: Array.from({ length: 1000 }, () => "x") } }],
    ["a reason with markup", { ...PLAIN, unreadable: { at: 1, why: "<b>" } }],
    ["published as a draft", { ...PLAIN, published: { at: 1, as: "D4200R0" } }],
  ])("%s", async (_, odd) => expect(await readValue(withDrafts(odd, RICH))).toEqual({ ok: true, odd: 1, drafts: [RICH], statuses: [] }));

  it.each<[string, unknown]>([
    ["of a revision", { ...STATUS, series: "P2300R10" }],
    ["in a state that there is not", { ...STATUS, state: "lost" }],
    ["with a thousand labels", { ...STATUS, labels: Array.from({ length: 1000 }, () => "x") }],
    ["from tomorrow", { ...STATUS, at: NOW * 2 }],
  ])("a status %s", async (_, odd) => {
    expect(await readValue({ format: 1, drafts: [], statuses: [odd, STATUS] })).toEqual({ ok: true, odd: 1, drafts: [], statuses: [STATUS] });
  });

  it("but its texts are only made plain, and what is unknown is left out", async () => {
    const page = { ...RICH.page, title: " \u202eA <b>title</b> &amp;\n more\u0007\ud800 ", abstract: "One.\u200f\n\u2066Two." };
    const read = await readValue(withDrafts({ ...RICH, page, host: "https://evil.example/", files: [{ ...RICH.files[0], link: "https://evil.example/" }] }));
    const expected: DraftFact[] = [
      {
        ...RICH,
        files: RICH.files.slice(0, 1),
        page: { ...page, title: "A <b>title</b> &amp; more\ufffd", abstract: "One.\nTwo." } as NonNullable<DraftFact["page"]>,
      },
    ];
    expect(read).toEqual({ ok: true, odd: 0, drafts: expected, statuses: [] });
  });
});
