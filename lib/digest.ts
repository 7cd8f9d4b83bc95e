/**
 * A 64-bit digest of a sequence of texts as 16 hexadecimal digits: two interleaved multiplicative hashes, of the kind
 * that tells versions apart; not cryptographic. ["ab", "c"] and ["a", "bc"] differ.
 */
export function digest(texts: readonly string[]): string {
  let a = 0x9e3779b9;
  let b = 0x85ebca6b;
  for (const text of texts) {
    for (let position = 0; position < text.length; position++) {
      const code = text.charCodeAt(position);
      a = Math.imul(a ^ code, 0x01000193);
      b = Math.imul(b ^ code, 0xcc9e2d51) ^ (b >>> 15);
    }
    a = Math.imul(a ^ text.length, 0x01000193);
    b = Math.imul(b ^ text.length, 0xcc9e2d51) ^ (b >>> 15);
  }
  return hex(a) + hex(b);
}

function hex(number: number): string {
  return (number >>> 0).toString(16).padStart(8, "0");
}
