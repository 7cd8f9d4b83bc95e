import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { BodyTooLarge, readBody } from "./read-body.ts";

/** A body that comes in these pieces; `left` once nobody reads it any more. */
function bodyOf(pieces: Uint8Array[]) {
  const state = { left: false, given: 0 };
  const stream = new ReadableStream<Uint8Array>(
    {
      pull(controller) {
        const piece = pieces[state.given++];
        if (piece) controller.enqueue(piece);
        else controller.close();
      },
      cancel() {
        state.left = true;
      },
    },
    { highWaterMark: 0 },
  );
  return { response: new Response(stream), state };
}

const bytes = (length: number, from = 0) => Uint8Array.from({ length }, (_, position) => (from + position) % 256);
const nobody = () => {};

describe("a body", () => {
  it("that is as long as it may be is whole, and one byte more is too large", async () => {
    expect(await readBody(bodyOf([bytes(5), bytes(5, 5)]).response, { maxBytes: 10 }, nobody)).toEqual(bytes(10));
    const { response, state } = bodyOf([bytes(5), bytes(6, 5), bytes(1)]);
    await expect(readBody(response, { maxBytes: 10 }, nobody)).rejects.toThrow(BodyTooLarge);
    expect(state).toEqual({ left: true, given: 2 });
  });

  it("that may be cut gives its beginning, and is left there", async () => {
    const { response, state } = bodyOf([bytes(5), bytes(100, 5), bytes(100, 105)]);
    let cuts = 0;
    const onCut = () => cuts++;
    expect(await readBody(response, { maxBytes: 10, cuts: true, onCut }, nobody)).toEqual(bytes(10));
    expect(cuts).toBe(1);
    expect(await readBody(bodyOf([bytes(5), bytes(5, 5)]).response, { maxBytes: 10, cuts: true, onCut }, nobody)).toEqual(bytes(10));
    expect(cuts).toBe(1);
    expect(state).toEqual({ left: true, given: 2 });
  });

  it("without an end is cut as well", async () => {
    const endless = new ReadableStream<Uint8Array>({ pull: (controller) => controller.enqueue(bytes(1000)) });
    expect(await readBody(new Response(endless), { maxBytes: 2500, cuts: true }, nobody)).toHaveLength(2500);
  });

  it("of which little is kept is read as far as that takes, and left where it is enough, or too long all the same", async () => {
    const even = { pass: (piece: Uint8Array) => piece.filter((byte) => byte % 2 === 0), isEnough: () => false };
    const whole = bodyOf([bytes(5), bytes(5, 5)]);
    expect(await readBody(whole.response, { maxBytes: 10, cuts: true, sift: { sieve: even, maxBytes: 6 } }, nobody)).toEqual(Uint8Array.of(0, 2, 4, 6, 8));
    const { response, state } = bodyOf([bytes(5), bytes(5, 5), bytes(5, 10)]);
    expect(await readBody(response, { maxBytes: 100, cuts: true, sift: { sieve: even, maxBytes: 4 } }, nobody)).toEqual(Uint8Array.of(0, 2, 4, 6));
    expect(state).toEqual({ left: true, given: 2 });
    const enough = bodyOf([bytes(5), bytes(5, 5)]);
    await readBody(enough.response, { maxBytes: 100, cuts: true, sift: { sieve: { ...even, isEnough: () => true }, maxBytes: 9 } }, nobody);
    expect(enough.state).toEqual({ left: true, given: 1 });
    const endless = new ReadableStream<Uint8Array>({ pull: (controller) => controller.enqueue(Uint8Array.of(1, 3)) });
    expect(await readBody(new Response(endless), { maxBytes: 9, cuts: true, sift: { sieve: even, maxBytes: 9 } }, nobody)).toHaveLength(0);
  });

  it("is the same in whatever pieces it comes, and wherever it is cut", async () => {
    const pieces = fc.array(fc.uint8Array({ maxLength: 20 }), { maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(pieces, fc.double({ min: 0, max: 60, noNaN: true }), async (parts, limit) => {
        const whole = Uint8Array.from(parts.flatMap((part) => [...part]));
        const progress: number[] = [];
        const read = await readBody(bodyOf(parts).response, { maxBytes: limit, cuts: true }, (received) => progress.push(received));
        // A part of a byte is none.
        expect(read).toEqual(whole.slice(0, Math.floor(limit)));
        expect(progress).toEqual([...progress].sort((a, b) => a - b));
        expect(Math.max(0, ...progress)).toBeLessThanOrEqual(Math.min(limit, whole.length));
        const isTooLong = whole.length > limit;
        const uncut = readBody(bodyOf(parts).response, { maxBytes: limit }, nobody).catch((error: unknown) => error);
        expect((await uncut) instanceof BodyTooLarge).toBe(isTooLong);
      }),
    );
  });
});
