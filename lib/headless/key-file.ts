import { open, readFile, stat } from "node:fs/promises";
import type { Signer } from "../feed/signature.ts";
import { Refusal } from "./refusal.ts";

const FOR_OWNER_ALONE = 0o600;
const OTHERS = 0o077;

/** Makes a key and writes it, PKCS #8 in PEM, for the owner's eyes alone. Never over a file that is there: who lost their key has lost their readers. */
export async function makeKeyFile(path: string): Promise<Signer> {
  const { privateKey } = (await crypto.subtle.generateKey("Ed25519", true, ["sign", "verify"])) as CryptoKeyPair;
  const pem = Buffer.from(await crypto.subtle.exportKey("pkcs8", privateKey)).toString("base64");
  const file = await open(path, "wx", FOR_OWNER_ALONE).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "EEXIST") throw new Refusal(`${path} is there already and is left alone; a key that is lost cannot be made again, so give another name`);
    throw new Refusal(`${path} cannot be written (${error.code})`);
  });
  await file.writeFile(`-----BEGIN PRIVATE KEY-----\n${pem}\n-----END PRIVATE KEY-----\n`);
  await file.sync();
  await file.close();
  return { key: await publicKeyOf(privateKey), privateKey };
}

/** Reads such a file; refuses one that others may read. */
export async function readKeyFile(path: string): Promise<Signer> {
  const unreadable = ({ code }: NodeJS.ErrnoException) => new Refusal(`the key ${path} cannot be read (${code}); npm run scout -- key FILE makes one`);
  const { mode } = await stat(path).catch((error) => Promise.reject(unreadable(error)));
  if (process.platform !== "win32" && (mode & OTHERS) !== 0) throw new Refusal(`the key ${path} can be read by others; say chmod 600 ${path}`);
  const pem = await readFile(path, "utf8").catch((error) => Promise.reject(unreadable(error)));
  const [, base64 = ""] = /^-----BEGIN PRIVATE KEY-----\s([A-Za-z0-9+/=\s]{1,200})-----END PRIVATE KEY-----\s*$/.exec(pem) ?? [];
  const privateKey = await crypto.subtle
    .importKey("pkcs8", Buffer.from(base64, "base64"), "Ed25519", true, ["sign"])
    .catch(() => Promise.reject(new Refusal(`${path} holds no Ed25519 key (PKCS #8 in PEM)`)));
  return { key: await publicKeyOf(privateKey), privateKey };
}

async function publicKeyOf(privateKey: CryptoKey): Promise<string> {
  const { x = "" } = await crypto.subtle.exportKey("jwk", privateKey);
  return x;
}
