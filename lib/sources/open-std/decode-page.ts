const SHORTEST_PIECE = 64;
const NEW_LINE = 10;

/**
 * The text of a page that may declare nothing, or the wrong thing: UTF-8 where that is what it is, else line by line,
 * since hand-made pages hold both: a line that is no UTF-8 is in the single-byte charset declared, or Windows-1252.
 */
export function decodePage(bytes: Uint8Array, contentType: string): string {
  const strict = new TextDecoder("utf-8", { fatal: true });
  return decodeStrictly(bytes, strict) ?? decodeLines(bytes, strict, new TextDecoder(singleByteCharset(contentType)));
}

function decodeLines(bytes: Uint8Array, strict: TextDecoder, other: TextDecoder): string {
  const pieces: string[] = [];
  for (let start = 0; start < bytes.length; ) {
    // Very short lines go together: a page of nothing but line ends is not to take seconds.
    const newLine = bytes.indexOf(NEW_LINE, start + SHORTEST_PIECE);
    const end = newLine < 0 ? bytes.length : newLine + 1;
    const piece = bytes.subarray(start, end);
    pieces.push(decodeStrictly(piece, strict) ?? other.decode(piece));
    start = end;
  }
  return pieces.join("");
}

function decodeStrictly(bytes: Uint8Array, strict: TextDecoder): string | undefined {
  try {
    return strict.decode(bytes);
  } catch {
    return undefined;
  }
}

function singleByteCharset(contentType: string): string {
  return /charset *= *"?(iso-8859-(?:1[013-6]|[1-9])|windows-125[0-8])(?![0-9])/i.exec(contentType)?.[1] ?? "windows-1252";
}
