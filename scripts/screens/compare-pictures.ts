import pixelmatch from "pixelmatch";
import { PNG } from "pngjs";
import type { Picture } from "./picture.ts";

/** Of the way from black to white: what nobody sees is no change. */
const THRESHOLD = 0.02;
/** Neither colour is one of ours. */
const OUTSIDE = [255, 0, 255, 255];

export interface Difference {
  /** Pixels that differ, of all: 0 to 1. */
  share: number;
  pixels: number;
  /** A PNG: what differs is red, on what was kept in pale; what one of them lacks is magenta. */
  image: Buffer;
}

/** Where two pictures differ by more than a trace; undefined where they do not. Where their sizes differ, they do. */
export function comparePictures(kept: Picture, taken: Picture): Difference | undefined {
  const width = Math.max(kept.width, taken.width);
  const height = Math.max(kept.height, taken.height);
  const image = new PNG({ width, height });
  const pixels = pixelmatch(onto(width, height, kept), onto(width, height, taken), image.data, width, height, { threshold: THRESHOLD });
  const isSameSize = kept.width === taken.width && kept.height === taken.height;
  if (pixels === 0 && isSameSize) return undefined;
  return { share: pixels / (width * height), pixels, image: PNG.sync.write(image) };
}

function onto(width: number, height: number, picture: Picture): Uint8Array {
  if (picture.width === width && picture.height === height) return picture.data;
  const data = new Uint8Array(4 * width * height);
  for (let at = 0; at < data.length; at += 4) data.set(OUTSIDE, at);
  for (let line = 0; line < picture.height; line++) data.set(picture.data.subarray(4 * picture.width * line, 4 * picture.width * (line + 1)), 4 * width * line);
  return data;
}
