import type { Signer } from "../../lib/feed/signature.ts";

/** A key whose every byte is that one, so that what it signs is always the same. */
export async function signerOf(byte: number): Promise<Signer> {
  // RFC 8410: the seed behind what says that it is one of Ed25519.
  const pkcs8 = Uint8Array.of(0x30, 0x2e, 2, 1, 0, 0x30, 5, 6, 3, 0x2b, 0x65, 0x70, 4, 0x22, 4, 0x20, ...new Uint8Array(32).fill(byte));
  const privateKey = await crypto.subtle.importKey("pkcs8", pkcs8, "Ed25519", true, ["sign"]);
  const { x = "" } = await crypto.subtle.exportKey("jwk", privateKey);
  return { key: x, privateKey };
}

/** Bytes of that text. */
export const bytesOf = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);
