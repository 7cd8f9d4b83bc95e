import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Deed, MOST_DEEDS, OFFERED_MS, type Offer, saidOf, settled, taken, withDeed } from "./undo-stack.ts";

const offer = (text: string): Offer => ({ text, undo: async () => text });
const deed = (text: string): Deed => ({ done: Promise.resolve(offer(text)), text });
const pending = (): Deed => ({ done: new Promise(() => {}) });

describe("what can be undone", () => {
  it("is undone from the last to the first, whatever was done and undone", () => {
    fc.assert(
      fc.property(fc.array(fc.boolean(), { maxLength: 3 * MOST_DEEDS }), (acts) => {
        const model: string[] = [];
        let deeds: Deed[] = [];
        for (const [position, isDone] of acts.entries()) {
          if (isDone) {
            deeds = withDeed(deeds, deed(String(position)));
            model.push(String(position));
            if (model.length > MOST_DEEDS) model.shift();
          } else {
            const { deed: last, left } = taken(deeds);
            expect(last?.text).toBe(model.pop());
            deeds = left;
          }
          expect(deeds.map(({ text }) => text)).toEqual(model);
        }
      }),
    );
  });

  it("is what was asked for last, before the background has answered", () => {
    const asked = pending();
    const deeds = withDeed([deed("earlier")], asked);
    expect(taken(deeds)).toEqual({ deed: asked, left: [deeds[0]] });
    expect(saidOf(deeds)).toBe("earlier");
    const answered = settled(deeds, asked.done, offer("later"));
    expect(saidOf(answered)).toBe("later");
    expect(taken(answered).deed?.done).toBe(asked.done);
  });

  it("is not what came to nothing, nor what was undone meanwhile", () => {
    const asked = pending();
    const deeds = withDeed([deed("earlier")], asked);
    expect(settled(deeds, asked.done, undefined)).toEqual([deeds[0]]);
    expect(settled(taken(deeds).left, asked.done, offer("later"))).toEqual([deeds[0]]);
    expect(saidOf([asked])).toBeUndefined();
  });

  it("leaves the deeds as they were for whoever still draws them", () => {
    const before = [deed("a")];
    withDeed(before, deed("b"));
    taken(before);
    settled(before, before[0]?.done as Deed["done"], undefined);
    expect(before).toHaveLength(1);
  });

  it("stays for ten seconds at least", () => expect(OFFERED_MS).toBeGreaterThanOrEqual(10_000));
});
