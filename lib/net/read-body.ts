export class BodyTooLarge extends Error {}

/** What is kept of a body, piece by piece as it comes; nothing more is wanted once it is enough. */
export interface Sieve {
  pass(piece: Uint8Array): Uint8Array;
  isEnough(): boolean;
}

export interface BodyLimits {
  /** Counted unpacked, so that no gzip bomb gets by. */
  maxBytes: number;
  /** The beginning of a longer one will do. */
  cuts?: boolean | undefined;
  /** Only what passes is kept, and at most so much of it. */
  sift?: { sieve: Sieve; maxBytes: number } | undefined;
  /** Called where a limit left out the rest. */
  onCut?: () => void;
}

/** The body as it was sent, unpacked; at its limits it is left: rejects with BodyTooLarge, or, where it may be cut, gives what was kept so far. */
export async function readBody(
  response: Response,
  { maxBytes, cuts = false, sift, onCut = () => {} }: BodyLimits,
  onProgress: (received: number) => void,
): Promise<Uint8Array<ArrayBuffer>> {
  if (!response.body) return new Uint8Array();
  const reader = response.body.getReader();
  const pieces: Uint8Array[] = [];
  const maxKept = sift?.maxBytes ?? maxBytes;
  let received = 0;
  let kept = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return joined(pieces, kept);
    received += value.byteLength;
    const isTooLong = received > maxBytes;
    if (isTooLong && !cuts) {
      void reader.cancel();
      throw new BodyTooLarge();
    }
    const within = isTooLong ? value.subarray(0, value.byteLength - (received - maxBytes)) : value;
    const piece = (sift ? sift.sieve.pass(within) : within).subarray(0, maxKept - kept);
    if (piece.byteLength > 0) pieces.push(piece);
    kept += piece.byteLength;
    if (isTooLong || (sift && (kept >= maxKept || sift.sieve.isEnough()))) {
      if (isTooLong || kept >= maxKept) onCut();
      void reader.cancel();
      return joined(pieces, kept);
    }
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
