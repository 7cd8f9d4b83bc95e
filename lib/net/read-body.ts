export class BodyTooLarge extends Error {}

/**
 * The body as it was sent, unpacked; once it exceeds `maxBytes` (counted unpacked, so no gzip bomb gets by) it is left:
 * rejects with BodyTooLarge, or, with `cuts`, gives what has come so far.
 */
export async function readBody(response: Response, maxBytes: number, onProgress: (received: number) => void, cuts = false): Promise<Uint8Array<ArrayBuffer>> {
  if (!response.body) return new Uint8Array();
  const reader = response.body.getReader();
  const pieces: Uint8Array[] = [];
  let received = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return joined(pieces, received);
    received += value.byteLength;
    if (received > maxBytes) {
      void reader.cancel();
      if (!cuts) throw new BodyTooLarge();
      pieces.push(value.subarray(0, value.byteLength - (received - maxBytes)));
      return joined(pieces, maxBytes);
    }
    pieces.push(value);
    onProgress(received);
  }
}

function joined(pieces: Uint8Array[], length: number): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.byteLength;
  }
  return whole;
}
