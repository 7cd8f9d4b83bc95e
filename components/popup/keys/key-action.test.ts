import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type KeyAction, type KeyPress, keyAction } from "./key-action.ts";

const press = (key: string, rest: Partial<KeyPress> = {}): KeyPress => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  repeat: false,
  isComposing: false,
  ...rest,
});
const READING = { isTyping: false, letterKeys: true };
const TYPING = { isTyping: true, letterKeys: true };
const WITHOUT_LETTERS = { isTyping: false, letterKeys: false };

describe("a key", () => {
  it.each<[string, KeyAction | undefined]>([
    ["ArrowDown", "next"],
    ["j", "next"],
    ["ArrowUp", "previous"],
    ["k", "previous"],
    ["e", "read"],
    ["r", "read"],
    ["s", "star"],
    ["m", "mute"],
    ["w", "watch"],
    ["c", "copy"],
    ["u", "undo"],
    ["/", "search"],
    ["?", "help"],
    ["Escape", "leave"],
    ["S", "star"],
    ["Enter", undefined],
    ["Tab", undefined],
    ["x", undefined],
    ["toString", undefined],
    ["__proto__", undefined],
  ])("%j means %j", (key, action) => expect(keyAction(press(key), READING)).toBe(action));

  it.each([{ ctrlKey: true }, { metaKey: true }, { altKey: true }, { isComposing: true }])("is left to the browser with %j", (rest) => {
    for (const key of ["ArrowDown", "c", "s", "/"]) expect(keyAction(press(key, rest), READING)).toBeUndefined();
  });

  it.each<[string, KeyAction | undefined]>([
    ["ArrowDown", "next"],
    ["ArrowUp", undefined],
    ["Escape", "leave"],
    ["j", undefined],
    ["/", undefined],
    ["?", undefined],
  ])("%j means %j while one types", (key, action) => expect(keyAction(press(key), TYPING)).toBe(action));

  it("that is held down only moves on", () => {
    expect(["ArrowDown", "k", "e", "s", "m", "u", "/", "Escape"].map((key) => keyAction(press(key, { repeat: true }), READING))).toEqual([
      "next",
      "previous",
      ...Array(6).fill(undefined),
    ]);
  });

  it("of one character means nothing where letters are switched off, or typed", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", minLength: 1, maxLength: 1 }), (key) => {
        expect(keyAction(press(key), WITHOUT_LETTERS)).toBeUndefined();
        expect(keyAction(press(key), TYPING)).toBeUndefined();
      }),
    );
    expect(keyAction(press("ArrowDown"), WITHOUT_LETTERS)).toBe("next");
    expect(keyAction(press("Escape"), WITHOUT_LETTERS)).toBe("leave");
  });
});
