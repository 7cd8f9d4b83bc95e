import { Readable } from "node:stream";
import { createGunzip, gunzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { endlessBody, gzipBomb } from "./hostile-bodies.ts";

const MEGABYTE = 1024 * 1024;

test.each([0, 1, 2, 30])("a bomb of %i megabytes is small, true to its checksum, and unpacks to zeros of that size", async (megabytes) => {
  const bomb = gzipBomb(megabytes);
  expect(bomb.length).toBeLessThan(100 + (megabytes * MEGABYTE) / 900);
  let unpacked = 0;
  for await (const piece of Readable.from([bomb]).pipe(createGunzip())) {
    unpacked += piece.length;
    expect(piece.equals(Buffer.alloc(piece.length))).toBe(true);
  }
  expect(unpacked).toBe(megabytes * MEGABYTE);
});

test("a bomb is one file, not many in a row: some readers stop after the first", () => {
  const bomb = gzipBomb(3);
  expect(gunzipSync(bomb).length).toBe(3 * MEGABYTE);
  // The size that the file's end tells, which a row of files would tell of its last.
  expect(bomb.readUInt32LE(bomb.length - 4)).toBe(3 * MEGABYTE);
});

test("an endless body goes on for each request anew, and rests between pieces where told", async () => {
  const body = endlessBody("drop", 20);
  for (const _ of [1, 2]) {
    const start = performance.now();
    const pieces: string[] = [];
    for await (const piece of body()) {
      pieces.push(piece.toString());
      if (pieces.length === 4) break;
    }
    expect(pieces).toEqual(["drop", "drop", "drop", "drop"]);
    expect(performance.now() - start).toBeGreaterThan(50);
  }
});
