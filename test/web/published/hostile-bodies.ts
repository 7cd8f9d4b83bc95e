import { setImmediate, setTimeout } from "node:timers/promises";
import { crc32, deflateRawSync, constants as zlib } from "node:zlib";

const MEGABYTE = 1024 * 1024;

/**
 * A body that goes on until the client leaves, in the same piece again and again, with a rest between where one is given.
 * Without one, others still get their turn: a socket that takes every piece at once would keep the process to itself.
 */
export function endlessBody(piece: string | Buffer = Buffer.alloc(64 * 1024, "x"), restMs = 0): () => AsyncIterable<Buffer> {
  const bytes = Buffer.from(piece);
  return async function* () {
    for (;;) {
      yield bytes;
      await (restMs > 0 ? setTimeout(restMs, undefined, { ref: false }) : setImmediate());
    }
  };
}

/**
 * A body for "content-encoding: gzip" that unpacks to that many megabytes of zeros and is a thousandth of that itself. One
 * packed megabyte, ended on a whole byte, is written over and over: no zeros but the first are ever packed (RFC 1951, 1952).
 */
export function gzipBomb(megabytes: number): Buffer {
  const zeros = Buffer.alloc(MEGABYTE);
  const packed = deflateRawSync(zeros, { level: 9, finishFlush: zlib.Z_FULL_FLUSH });
  let checksum = 0;
  for (let at = 0; at < megabytes; at++) checksum = crc32(zeros, checksum);
  const head = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255]);
  const lastBlock = Buffer.from([3, 0]);
  const tail = Buffer.alloc(8);
  tail.writeUInt32LE(checksum, 0);
  tail.writeUInt32LE((megabytes * MEGABYTE) % 2 ** 32, 4);
  return Buffer.concat([head, ...Array.from({ length: megabytes }, () => packed), lastBlock, tail]);
}
