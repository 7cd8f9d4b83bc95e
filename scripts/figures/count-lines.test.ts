import { describe, expect, it } from "vitest";
import { countCodeLines, countLines } from "./count-lines.ts";

describe("lines of a file", () => {
  it.each([
    ["", 0],
    ["a", 1],
    ["a\n", 1],
    ["a\n\nb\n", 3],
    ["a\n\n", 2],
  ])("%j has %i", (text, lines) => {
    expect(countLines(text)).toBe(lines);
  });
});

describe("lines of code", () => {
  it.each<[string, string, number, string?]>([
    ["nothing", "", 0],
    ["blank lines", "const a = 1;\n\n  \nconst b = 2;\n", 2],
    ["a comment on its own line", "// why\nconst a = 1;\n  // how\n", 1],
    ["a comment behind code", "const a = 1; // why\n", 1],
    ["a comment of several lines", "/**\n * Why.\n *\n */\nconst a = 1;\n", 1],
    ["a comment between code", "const a = /* one\ntwo\nthree */ 1;\n", 2],
    ["what looks like a comment in a text", 'const a = "// no";\nconst b = `\n// no\n/* no */\n`;\n', 5],
    ["what looks like one in an expression", "const a = /\\/\\/ [/*]/;\nconst b = 2;\n", 2],
    ["letters beyond ASCII before a comment", 'const a = "Köppe 🎉"; /* é\n🎉 */\n// ü\nconst b = 2;\n', 2],
    ["types", "interface A {\n  // why\n  a: number;\n}\nconst a = <T>(b: T) => b;\n", 4],
    ["elements", "const a = (\n  <p>\n    {/* why */}\n    // text\n  </p>\n);\n", 6, "a.tsx"],
  ])("%s", (_, text, lines, file = "a.ts") => {
    expect(countCodeLines(file, text)).toBe(lines);
  });

  it("throws on what is no code", () => {
    expect(() => countCodeLines("a.ts", "const = ;")).toThrow("a.ts: ");
  });
});
