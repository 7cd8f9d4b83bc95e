import type { VNode } from "preact";
import { describe, expect, it } from "vitest";
import { MarkedText, marksOf } from "./marked-text.tsx";

/** The drawn text with "[" and "]" around what is marked. */
function drawn(text: string, marks: { from: number; to: number }[]): string {
  const write = (child: unknown): string => {
    if (Array.isArray(child)) return child.map(write).join("");
    if (typeof child === "string") return child;
    const { type, props } = child as VNode<{ children: unknown }>;
    return type === "mark" ? `[${write(props.children)}]` : write(props.children);
  };
  return write(MarkedText({ text, marks }));
}

describe("a marked text", () => {
  it.each([
    ["std::execution", [{ from: 5, to: 9 }], "std::[exec]ution"],
    ["std::execution", [], "std::execution"],
    ["abc", [{ from: 0, to: 3 }], "[abc]"],
    [
      "abcd",
      [
        { from: 0, to: 1 },
        { from: 3, to: 4 },
      ],
      "[a]bc[d]",
    ],
    ["<img onerror>", [{ from: 1, to: 4 }], "<[img] onerror>"],
    ["", [], ""],
  ])("%j with %j is %j", (text, marks, expected) => expect(drawn(text, marks)).toBe(expected));

  it("is told the marks of its own field", () => {
    const title = { field: "title", from: 1, to: 2 } as const;
    const second = { field: "author", author: 1, from: 3, to: 4 } as const;
    expect(marksOf([title, second], "title")).toEqual([title]);
    expect(marksOf([title, second], "author", 1)).toEqual([second]);
    expect(marksOf([title, second], "author", 0)).toEqual([]);
  });
});
