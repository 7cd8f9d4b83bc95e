import { canonicalText } from "../../lib/feed/canonical.ts";
import { type FeedHead, readHead, writeHead } from "../../lib/feed/head.ts";
import { mergeFacts } from "../../lib/feed/merge-facts.ts";
import { isOwnShare } from "../../lib/feed/own-share.ts";
import { partName, readPart, writePart } from "../../lib/feed/part.ts";
import { subscriptionAddress } from "../../lib/feed/subscription.ts";
import { NOW, OLD, PLAIN, RICH, STATUS } from "./sample-facts.ts";
import { bytesOf, signerOf } from "./signers.ts";

const FOLDER = "https://scout.example/paperscout/";
const HOUR = 60 * 60_000;

/** What docs/feed-vectors.json holds: files of a feed and what a reader is to make of them. Always the same. */
export async function makeVectors() {
  const [ours, other] = [await signerOf(1), await signerOf(2)];
  const odd = { ...PLAIN, id: "LWG4200" };
  const late = await writePart({ drafts: [RICH, PLAIN, odd], statuses: [STATUS] }, NOW - 9 * HOUR);
  const all = await writePart({ drafts: [RICH, PLAIN, OLD, odd], statuses: [STATUS] }, 0);
  const head: FeedHead = {
    format: 1,
    seq: 7,
    at: NOW,
    expires: NOW + 2 * HOUR,
    waitMinutes: 15,
    share: 20_000,
    publisher: "A scout",
    mirrors: [],
    parts: [late.reference, all.reference],
  };
  const text = (part: { bytes: Uint8Array<ArrayBuffer> }) => new TextDecoder().decode(part.bytes);
  const good = await writeHead(head, ours);
  const latest: string = JSON.parse(good).payload;
  const heads: [what: string, content: string, latest?: string | undefined, now?: number][] = [
    ["a first head", good],
    ["the same again", good, latest],
    ["the next", await writeHead({ ...head, seq: 8, at: NOW + 1 }, ours), latest],
    ["signed with the second key", await writeHead(head, other)],
    ["signed with a third key", await writeHead(head, await signerOf(3))],
    ["a letter changed", good.replace("A scout", "B scout")],
    ["an older one", await writeHead({ ...head, seq: 6 }, ours), latest],
    ["another of the same number", await writeHead({ ...head, share: 1 }, ours), latest],
    ["read by a clock that is a day behind", good, undefined, NOW - 24 * HOUR],
    ["of another format", await writeHead({ ...head, format: 2 as 1 }, ours)],
    ["that would be fresh for longer than a week", await writeHead({ ...head, expires: NOW + 7 * 24 * HOUR + 1 }, ours)],
    ["a web page", "<!doctype html><title>404</title>"],
    ["half of one", good.slice(0, 300)],
  ];
  const keys = [ours.key, other.key];
  const later = {
    ...RICH,
    found: { at: NOW - 9 * HOUR },
    files: [{ at: NOW, extension: ".pdf", size: 7 }],
    page: { at: NOW, title: "Later", authors: [], audience: [] },
  };
  const merges = [
    [RICH, later],
    [RICH, { ...RICH, page: undefined, unreadable: { at: NOW - HOUR, why: "no-text" } }],
    [PLAIN, { ...PLAIN, found: { at: PLAIN.found.at, baseline: true as const } }],
  ];
  const read = await readPart(late.bytes, late.reference, head);
  return {
    address: subscriptionAddress({ folder: FOLDER, keys }),
    files: { "head.json": good, [partName(late.reference)]: text(late), [partName(all.reference)]: text(all) },
    heads: await Promise.all(
      heads.map(async ([what, content, latest, now = NOW]) => {
        const read = await readHead(bytesOf(content), { keys, latest }, now);
        return { what, content, ...(latest !== undefined && { latest }), now, outcome: read.ok ? (read.isNew ? "new" : "unchanged") : read.refusal };
      }),
    ),
    late: read.ok && { drafts: read.drafts, statuses: read.statuses, odd: read.odd },
    merges: merges.map((facts) => ({ facts, merged: [...mergeFacts(facts).values()][0] })),
    canonical: canonicalText({ b: [1, "ü\n"], a: { "9": null, "10": true } }),
    ownShare: Array.from({ length: 8 }, (_, place) => ({
      name: "D4123R1.html",
      phase: place / 8,
      share: 8,
      now: NOW,
      mine: isOwnShare("D4123R1.html", place / 8, 8, NOW),
    })),
  };
}
