import { globSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { readSources } from "../../languages/read-code.ts";
import { changesOf, withChange } from "./changes.ts";
import { EQUIVALENT } from "./equivalent.ts";
import { functionAt, withNotes } from "./functions.ts";
import { importsOf } from "./imports.ts";
import { chooseMutants, isSame, show } from "./mutants.ts";

const ROOT = resolve(import.meta.dirname, "../../..");
const source = (text: string) => ({ path: "lib/a.ts", text });
const changed = (text: string) => changesOf(source(text)).map((change) => withChange(text, change));

describe("the small changes of a text", () => {
  it.each([
    ["x(a < b);", "x(a <= b);"],
    ["x(a >= b);", "x(a > b);"],
    ["x(a === b);", "x(a !== b);"],
    ["x(a && b);", "x(a || b);"],
    ["x(a || b);", "x(a && b);"],
    ["x(a ?? b);", "x(a && b);"],
    ["x(a + b);", "x(a - b);"],
    ["x(!a);", "x(a);"],
    ["x(-a);", "x(a);"],
    ["i++;", "i--;"],
    ["sum += a;", "sum -= a;"],
    ["x(list.some(f));", "x(list.every(f));"],
    ["x(Math.min(a, b));", "x(Math.max(a, b));"],
    ["x(list.filter(f));", "x(list);"],
    ["x(list.toSorted(f)[0]);", "x(list[0]);"],
    ["x(7);", "x(8);"],
    ["x(7);", "x(6);"],
    ["x(0);", "x(1);"],
    ["x(60_000);", "x(120000);"],
    ["x(true);", "x(false);"],
    ["x(/^a$/);", "x(/a$/);"],
    ["x(/^a$/);", "x(/^a/);"],
    ["x(/a{1,3}/);", "x(/a{1,4}/);"],
    ["x(/a/i);", "x(/a/);"],
    ["if (a) b();", "if (true) b();"],
    ["if (a) b();", "if (false) b();"],
    ["x(a ? b : c);", "x(false ? b : c);"],
    ["while (a) b();", "while (false) b();"],
    ["function f() { return [a]; }", "function f() { return []; }"],
    ["function f() { return a > b; }", "function f() { return true; }"],
    ["function f() { return `a`; }", 'function f() { return ""; }'],
    ["function f() { return a; }", "function f() { return undefined; }"],
    ["const f = (a) => a.b;", "const f = (a) => undefined;"],
    ["for (;;) { if (a) continue; b(); }", "for (;;) { if (a) ; b(); }"],
    ["save(a);", ";"],
    ['throw new RangeError("no");', ";"],
    ["x((a as B) < (c satisfies D));", "x((a as B) <= (c satisfies D));"],
  ])("%s may become %s", (before, after) => {
    expect(changed(before)).toContain(after);
  });

  it.each([
    ["types", "interface A { b: 1 | true; c?(d: 2): -1 }\ntype E<F> = F extends 3 ? { g: 4 }[5] : 6;\ndeclare const h: 7;"],
    ["imports", 'import { a } from "./a.ts";\nexport * from "./b.ts";\nexport { c } from "./c.ts";'],
    ["strings", 'const a = "for people";\nconst b = `some` + a + "more";'],
    ["the words of errors", 'const a = new TypeError("one" + (2 + 3));'],
    ["a loop without an end", "for (;;);"],
    ["names of parts", "const a = { 1: b };"],
  ])("leave %s alone", (_, text) => {
    expect(changed(text)).toEqual([]);
  });
});

it("what only says which comes first is not made more", () => {
  expect(changed("x(a ? -1 : 1);")).toEqual(expect.arrayContaining(["x(a ? 1 : 1);", "x(a ? -0 : 1);", "x(a ? -1 : 0);"]));
  expect(changed("x(a ? -1 : 1);").join()).not.toContain("2");
});

describe("what is chosen", () => {
  const sources = [source("if (a < 1) b(2);"), { path: "lib/c.ts", text: "export const c = 5 + d;\nexport const e = 6;\n" }];
  const choose = (seed: number, count = 5, equivalent = EQUIVALENT) => chooseMutants(sources, { count, seed, equivalent }).map(show);

  it("is the same for the same seed, and another for another", () => {
    expect(choose(1)).toEqual(choose(1));
    expect(choose(1)).not.toEqual(choose(2));
  });

  it("is each change once, at most all", () => {
    const all = choose(1, 1_000);
    expect(all).toHaveLength(changesOf(source(sources[0]?.text ?? "")).length + 5);
    expect(new Set(all.map((one) => JSON.stringify(one)))).toHaveLength(all.length);
  });

  it("says its line, before and after", () => {
    expect(choose(1, 1_000)).toContainEqual({ file: "lib/c.ts", line: 2, before: "export const e = 6;", after: "export const e = 7;" });
  });

  it("is nothing that cannot matter", () => {
    const equivalent = [{ file: "lib/c.ts", before: "export const e = 6;", after: "export const e = 7;", why: "" }];
    expect(choose(1, 1_000, equivalent)).not.toContainEqual(expect.objectContaining({ after: "export const e = 7;" }));
  });

  it("is code: an operator that cannot stand there is not tried", () => {
    const mixed = [source("x(a ?? b ?? c);")];
    expect(chooseMutants(mixed, { count: 100, seed: 1, equivalent: [] }).map((mutant) => show(mutant).after)).toEqual([";"]);
  });
});

it.each(EQUIVALENT)("what cannot matter is still there: $file, $after", (entry) => {
  const [source] = readSources(entry.file);
  const mutants = source ? changesOf(source).map((change) => ({ source, change })) : [];
  expect(mutants.filter((mutant) => isSame(entry, mutant))).not.toHaveLength(0);
});

describe("the functions of a text", () => {
  const text = "const a = 1;\nfunction b() {\n  return [2].map((c) => c + 3);\n}\n";

  it.each([
    ["1;", "lib/a.ts"],
    ["[2]", "lib/a.ts#0"],
    ["c + 3", "lib/a.ts#1"],
  ])("%s stands in %s", (code, name) => {
    expect(functionAt(source(text), text.indexOf(code))).toBe(name);
  });

  it("are noted when they are called, and what they give stays the same", () => {
    const given = new Function(`${withNotes(source(text))}; const before = [...reached]; return [before, b(), [...reached]];`)();
    delete (globalThis as { reached?: unknown }).reached;
    expect(given).toEqual([["lib/a.ts"], [5], ["lib/a.ts", "lib/a.ts#0", "lib/a.ts#1"]]);
  });
});

it("a test reaches what it loads in many steps", () => {
  const test = "lib/watch/matching/match-watch.test.ts";
  const files = importsOf(ROOT, [test]).get(test);
  expect(globSync("lib/watch/matching/match-{watch,term}.ts", { cwd: ROOT }).every((path) => files?.has(path.replaceAll("\\", "/")))).toBe(true);
  expect(files).not.toContain("lib/store/database/database.ts");
});
