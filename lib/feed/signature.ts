import { fromBase64url, toBase64url } from "./base64url.ts";

/** Of RFC 8032. */
const KEY_BYTES = 32;
const SIGNATURE_BYTES = 64;

/** Who signs: the private key for WebCrypto, and the public one as it stands in addresses and heads. */
export interface Signer {
  key: string;
  privateKey: CryptoKey;
}

export function isKey(text: string): boolean {
  return fromBase64url(text, KEY_BYTES) !== undefined;
}

/** Ed25519 over the text's UTF-8, as base64url. */
export async function signText(text: string, { privateKey }: Signer): Promise<string> {
  return toBase64url(new Uint8Array(await crypto.subtle.sign("Ed25519", privateKey, new TextEncoder().encode(text))));
}

/** Whether it is this key's signature of the text; false also for what is neither. */
export async function isSignedBy(key: string, text: string, signature: string): Promise<boolean> {
  const [keyBytes, signatureBytes] = [fromBase64url(key, KEY_BYTES), fromBase64url(signature, SIGNATURE_BYTES)];
  if (!keyBytes || !signatureBytes) return false;
  // Bytes that are no point of the curve are no key.
  const publicKey = await crypto.subtle.importKey("raw", keyBytes, "Ed25519", false, ["verify"]).catch(() => undefined);
  return publicKey !== undefined && crypto.subtle.verify("Ed25519", publicKey, signatureBytes, new TextEncoder().encode(text));
}

/** SHA-256 as 64 hexadecimal digits. */
export async function sha256(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  return [...new Uint8Array(await crypto.subtle.digest("SHA-256", bytes))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
