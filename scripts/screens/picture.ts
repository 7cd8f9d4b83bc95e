import { constants } from "node:zlib";
import { PNG } from "pngjs";

/** Red, green, blue and opacity, a byte each, line by line. */
export interface Picture {
  width: number;
  height: number;
  data: Uint8Array;
}

/** Of a page of many screens the beginning is looked at: the rest is made of the same parts, and would weigh more than all others. */
const MAX_HEIGHT = 1_600;

/** What the PNG shows, of a very long one the beginning; undefined where it is damaged. */
export function readPicture(png: Buffer): Picture | undefined {
  let read: PNG;
  try {
    read = PNG.sync.read(png);
  } catch {
    // The library throws whatever it stumbles over: there is no other way to ask.
    return undefined;
  }
  const { width, height, data } = read;
  const seen = Math.min(height, MAX_HEIGHT);
  return { width, height: seen, data: data.subarray(0, 4 * width * seen) };
}

/** The picture as the smallest PNG that loses nothing of it but what can be looked through. */
export function writePicture({ width, height, data }: Picture): Buffer {
  const png = new PNG({ width, height });
  png.data = Buffer.from(data);
  return PNG.sync.write(png, { colorType: 2, deflateLevel: 9, deflateStrategy: constants.Z_DEFAULT_STRATEGY, filterType: 0 });
}
