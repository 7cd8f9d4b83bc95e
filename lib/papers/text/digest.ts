/** A running digest: two interleaved multiplicative hashes, of the kind that tells versions apart; not cryptographic. */
export type Digest = Int32Array;

export function startDigest(): Digest {
  return Int32Array.of(0x9e3779b9, 0x85ebca6b);
}

/** Adds a text to what the digest is of. "ab" and then "c" is not "a" and then "bc". */
export function addText(digest: Digest, text: string): void {
  let a = digest[0] ?? 0;
  let b = digest[1] ?? 0;
  for (let position = 0; position < text.length; position++) {
    const code = text.charCodeAt(position);
    a = Math.imul(a ^ code, 0x01000193);
    b = Math.imul(b ^ code, 0xcc9e2d51) ^ (b >>> 15);
  }
  digest[0] = Math.imul(a ^ text.length, 0x01000193);
  digest[1] = Math.imul(b ^ text.length, 0xcc9e2d51) ^ (b >>> 15);
}

/** The digest as 16 hexadecimal digits. */
export function digestText([a = 0, b = 0]: Digest): string {
  return hex(a) + hex(b);
}

/** The digest of these texts, in this order. */
export function digestOf(texts: Iterable<string>): string {
  const digest = startDigest();
  for (const text of texts) addText(digest, text);
  return digestText(digest);
}

function hex(number: number): string {
  return (number >>> 0).toString(16).padStart(8, "0");
}
