export class BodyTooLarge extends Error {}

/** The body as text, read in pieces; rejects with BodyTooLarge once it exceeds `maxBytes` (counted unpacked, so no gzip bomb gets by). */
export async function readBody(response: Response, maxBytes: number, onProgress: (received: number) => void): Promise<string> {
  if (!response.body) return "";
  // Piece by piece: browsers decode a piece that is all ASCII several times faster than a long text that is not.
  const decoder = new TextDecoder();
  const reader = response.body.getReader();
  let text = "";
  let received = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    received += value.byteLength;
    if (received > maxBytes) {
      void reader.cancel();
      throw new BodyTooLarge();
    }
    text += decoder.decode(value, { stream: true });
    onProgress(received);
  }
}
