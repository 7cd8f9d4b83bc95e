import { PNG } from "pngjs";
import { describe, expect, it } from "vitest";
import { comparePictures } from "./compare-pictures.ts";
import { type Picture, readPicture, writePicture } from "./picture.ts";

/** Of one colour, with a dark square of that size in the middle of it. */
function picture({ width = 20, height = 20, grey = 240, square = 0 } = {}): Picture {
  const data = new Uint8Array(4 * width * height).fill(255);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) data.fill(x >= 5 && x < 5 + square && y >= 5 && y < 5 + square ? 20 : grey, 4 * (y * width + x), 4 * (y * width + x) + 3);
  return { width, height, data };
}

describe("a picture that is kept", () => {
  it("is the one that was taken", () => {
    const taken = picture({ square: 4 });
    expect(readPicture(writePicture(taken))).toEqual({ ...taken, data: Buffer.from(taken.data) });
  });

  it("is the beginning of a very long one", () => {
    expect(readPicture(writePicture(picture({ width: 2, height: 3_000 })))).toMatchObject({ width: 2, height: 1_600 });
  });

  const whole = writePicture(picture());
  it.each([
    ["nothing", Buffer.alloc(0)],
    ["something else", Buffer.from("version https://git-lfs.github.com/spec/v1")],
    ["the beginning of one", whole.subarray(0, whole.length - 30)],
    ["one with a byte that fell over", Buffer.from(whole.map((byte, at) => (at === 50 ? byte ^ 1 : byte)))],
  ])("is not read where the file holds %s", (_, file) => {
    expect(readPicture(file)).toBeUndefined();
  });
});

describe("two pictures", () => {
  it.each<[string, Picture, Picture]>([
    ["they are the same", picture({ square: 4 }), picture({ square: 4 })],
    ["one is a trace lighter", picture({ grey: 240 }), picture({ grey: 241 })],
  ])("do not differ where %s", (_, kept, taken) => {
    expect(comparePictures(kept, taken)).toBeUndefined();
  });

  it.each<[string, Picture, Picture, number]>([
    ["a square appears", picture(), picture({ square: 4 }), 16],
    ["the ground is another", picture({ grey: 240 }), picture({ grey: 225 }), 400],
    ["one is longer", picture(), picture({ height: 25 }), 100],
    ["one is narrower and longer", picture(), picture({ width: 15, height: 25 }), 5 * 20 + 15 * 5],
  ])("differ where %s", (_, kept, taken, pixels) => {
    const difference = comparePictures(kept, taken);
    expect(difference?.pixels).toBe(pixels);
    const { width, height } = PNG.sync.read(difference?.image ?? Buffer.alloc(0));
    expect([width, height]).toEqual([Math.max(kept.width, taken.width), Math.max(kept.height, taken.height)]);
    expect(difference?.share).toBe(pixels / (width * height));
  });
});
