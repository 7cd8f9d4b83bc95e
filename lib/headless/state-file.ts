import { createHash } from "node:crypto";
import { readFile, rename } from "node:fs/promises";
import { promisify } from "node:util";
import { deserialize, serialize } from "node:v8";
import { zstdCompress, zstdDecompress } from "node:zlib";
import { DATABASE_VERSION } from "../store/database/database.ts";
import type { DatabaseCopy } from "./memory-database.ts";
import { Refusal } from "./refusal.ts";
import { writeWhole } from "./write-whole.ts";

const BEGINNING = Buffer.from("PaperScout state 1\n");
const FORMAT = /^PaperScout state (\d{1,4})\n/;
const HASH_BYTES = 32;

/** All that a scout knows. */
export interface ScoutState {
  database: DatabaseCopy;
  published: Published;
}

/** What was last published, or was about to be: `seq` only rises, also where nobody knows whether the files came to their place. */
export interface Published {
  seq: number;
  /** When, epoch ms; 0 for never. */
  at: number;
  /** Of what was published, to tell whether there is more; and since when it is so, epoch ms. */
  digest: string;
  newsAt?: number;
  /** When the first head was, epoch ms. */
  firstAt?: number;
}

export const NOTHING_PUBLISHED: Published = { seq: 0, at: 0, digest: "" };

/** Damaged is what is not as it was written, to the byte. */
export type ReadState = { kind: "state"; state: ScoutState } | { kind: "none" } | { kind: "damaged"; keptAs: string };

export async function writeState(path: string, state: ScoutState): Promise<void> {
  const packed = await promisify(zstdCompress)(serialize(state));
  await writeWhole(path, Buffer.concat([BEGINNING, hashOf(packed), packed]), 0o600);
}

/** Reads the state; one that is damaged is kept aside, since somebody may know how to mend it, and one of a newer PaperScout refused. */
export async function readState(path: string): Promise<ReadState> {
  const bytes = await readFile(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return undefined;
    throw new Refusal(`the state ${path} cannot be read (${error.code}); give --state a file`);
  });
  if (!bytes) return { kind: "none" };
  const newer = new Refusal(`the state ${path} was written by a newer PaperScout; bring this one up to date, or give --state another file`);
  const [, format = "1"] = FORMAT.exec(bytes.subarray(0, BEGINNING.length + 4).toString("latin1")) ?? [];
  if (Number(format) > 1) throw newer;
  const packed = bytes.subarray(BEGINNING.length + HASH_BYTES);
  const isWhole = bytes.subarray(0, BEGINNING.length).equals(BEGINNING) && bytes.subarray(BEGINNING.length, -packed.length || undefined).equals(hashOf(packed));
  if (isWhole) {
    const state = deserialize(await promisify(zstdDecompress)(packed)) as ScoutState;
    if (state.database.version >= DATABASE_VERSION + 1) throw newer;
    return { kind: "state", state };
  }
  const keptAs = `${path}.damaged-${new Date().toISOString().replace(/\W/g, "")}`;
  await rename(path, keptAs);
  return { kind: "damaged", keptAs };
}

function hashOf(bytes: Uint8Array): Buffer {
  return createHash("sha256").update(bytes).digest();
}
