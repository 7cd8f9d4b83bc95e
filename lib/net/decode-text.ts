const PIECE_BYTES = 65_536;

/** The text of these bytes (UTF-8). Piece by piece: browsers decode a piece that is all ASCII several times faster than a long text that is not. */
export function decodeText(bytes: Uint8Array): string {
  const decoder = new TextDecoder();
  let text = "";
  for (let at = 0; at < bytes.byteLength; at += PIECE_BYTES) text += decoder.decode(bytes.subarray(at, at + PIECE_BYTES), { stream: true });
  return text + decoder.decode();
}
