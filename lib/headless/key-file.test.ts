import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { isSignedBy, signText } from "../feed/signature.ts";
import { makeKeyFile, readKeyFile } from "./key-file.ts";

const folder = mkdtempSync(join(tmpdir(), "key-"));
afterAll(() => rmSync(folder, { recursive: true }));
const path = (name: string) => join(folder, name);

it("what one key file signs is signed by the key that was told when it was made", async () => {
  const { key } = await makeKeyFile(path("key"));
  expect(statSync(path("key")).mode & 0o777).toBe(0o600);
  const signer = await readKeyFile(path("key"));
  expect(signer.key).toBe(key);
  expect(await isSignedBy(key, "news", await signText("news", signer))).toBe(true);
});

it("no key is written over what is there", async () => {
  writeFileSync(path("mine"), "mine");
  await expect(makeKeyFile(path("mine"))).rejects.toThrow(/is there already and is left alone/);
  expect(readFileSync(path("mine"), "utf8")).toBe("mine");
  await expect(makeKeyFile(path("no/such/folder"))).rejects.toThrow(/cannot be written \(ENOENT\)/);
});

describe("a key is refused that", () => {
  it("others can read", async () => {
    await makeKeyFile(path("open"));
    for (const mode of [0o640, 0o604, 0o660]) {
      chmodSync(path("open"), mode);
      await expect(readKeyFile(path("open"))).rejects.toThrow(/can be read by others; say chmod 600/);
    }
  });

  it("is not there", () => expect(readKeyFile(path("none"))).rejects.toThrow(/cannot be read \(ENOENT\); npm run scout -- key FILE makes one/));

  it.each(["", "hello", "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n"])("is none: %j", async (text) => {
    writeFileSync(path("odd"), text, { mode: 0o600 });
    await expect(readKeyFile(path("odd"))).rejects.toThrow(/holds no Ed25519 key/);
  });
});
