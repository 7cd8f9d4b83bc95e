const ENCODER = new TextEncoder();
/** What readers look for, and what they trip over. */
const TOKENS = [
  "<h1>",
  "</table>",
  "<td rowspan=9999999>",
  "<!--",
  "<style>",
  "<script>",
  "<title>",
  "]]>",
  "&#x110000;",
  "&#0;",
  "&amp",
  "\0",
  "\ufffd",
  "\ud83d",
  "\u202e",
  "endstream",
  "endobj",
  "stream\n",
  "/Length 99999999",
  "<<",
  ">>",
  "[",
  "(",
  "\\",
  "1 0 R",
  "/Kids",
  "/Filter /FlateDecode",
  "obj",
  "xref",
  "startxref\n0",
  "{",
  "}",
  "]",
  "[[[[[[[[",
  '"',
  "null",
  "1e999",
  "-1",
  "99999999999999999999",
  "__proto__",
  "constructor",
  "true",
  ",",
  ":",
  "author:",
  "title:",
  "-",
  "*",
  "OR",
  "|",
  "Author:",
  "Audience: ",
  "@",
  "P2300R10",
  "D0001R0",
  " and ",
  "2026-13-45",
  "%",
  "'",
  "\t",
  "\n",
].map((token) => ENCODER.encode(token));
const MOST_BYTES = 4_000_000;

/** How an input was changed, for a person. */
export type Change = "cut" | "doubled" | "spliced" | "bits turned" | "token" | "shuffled" | "values";

type Random = () => number;
type Mutation = (bytes: Uint8Array, random: Random, other: Uint8Array) => Uint8Array;

const MUTATIONS: [Change, Mutation][] = [
  ["cut", (bytes, random) => (random() < 0.5 ? bytes.subarray(0, below(bytes.length + 1, random)) : without(bytes, spanOf(bytes, random)))],
  ["doubled", doubled],
  ["spliced", (bytes, random, other) => joined(bytes.subarray(0, below(bytes.length + 1, random)), other.subarray(below(other.length + 1, random)))],
  ["bits turned", turned],
  ["token", (bytes, random) => inserted(bytes, TOKENS[below(TOKENS.length, random)] ?? new Uint8Array(), random)],
  ["shuffled", (bytes, random) => inserted(bytes, part(bytes, spanOf(bytes, random)), random)],
];

/** The bytes after one to four changes, the same for the same random numbers. */
export function mutate(bytes: Uint8Array, other: Uint8Array, random: Random): { bytes: Uint8Array; changes: Change[] } {
  const changes: Change[] = [];
  let mutated = bytes;
  for (let left = 1 + below(4, random); left > 0; left--) {
    const [change, mutation] = MUTATIONS[below(MUTATIONS.length, random)] as (typeof MUTATIONS)[number];
    mutated = mutation(mutated, random, other).subarray(0, MOST_BYTES);
    changes.push(change);
  }
  return { bytes: mutated, changes };
}

/** A whole number from 0 on. */
export function below(count: number, random: Random): number {
  return Math.floor(random() * count);
}

/** Short ones more often than long ones. */
function spanOf(bytes: Uint8Array, random: Random): [from: number, to: number] {
  const from = below(bytes.length + 1, random);
  const length = Math.ceil(bytes.length ** random());
  return [from, Math.min(bytes.length, from + length)];
}

function part(bytes: Uint8Array, [from, to]: [number, number]): Uint8Array {
  return bytes.subarray(from, to);
}

function without(bytes: Uint8Array, [from, to]: [number, number]): Uint8Array {
  return joined(bytes.subarray(0, from), bytes.subarray(to));
}

/** A part of it once more, or very often. */
function doubled(bytes: Uint8Array, random: Random): Uint8Array {
  const [from, to] = spanOf(bytes, random);
  const times = random() < 0.2 ? Math.min(2_000, Math.ceil(400_000 / Math.max(1, to - from))) : 1;
  return joined(bytes.subarray(0, to), ...Array.from({ length: times }, () => bytes.subarray(from, to)), bytes.subarray(to));
}

function turned(bytes: Uint8Array, random: Random): Uint8Array {
  const copy = new Uint8Array(bytes);
  for (let left = Math.ceil(20 ** random()); left > 0 && copy.length > 0; left--) {
    const at = below(copy.length, random);
    copy[at] = (copy[at] ?? 0) ^ (1 << below(8, random));
  }
  return copy;
}

function inserted(bytes: Uint8Array, token: Uint8Array, random: Random): Uint8Array {
  const at = below(bytes.length + 1, random);
  return joined(bytes.subarray(0, at), token, bytes.subarray(at));
}

function joined(...pieces: Uint8Array[]): Uint8Array {
  return new Uint8Array(Buffer.concat(pieces));
}
