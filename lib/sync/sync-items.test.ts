import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anyText } from "../../test/any-text.ts";
import { isValidSetting, LONGEST_SETTING, MOST_FEEDS } from "../terms/settings.ts";
import { allBytes, hasRoom, ITEM_BYTES, itemBytes } from "./item-size.ts";
import { planPush } from "./plan-push.ts";
import { readItems } from "./read-items.ts";
import { emptyState, mergeStates, type SharedState } from "./shared-state.ts";
import { writeItems } from "./write-items.ts";

const AT = 1_800_000_000;

function stateOf(lists: Record<string, string[]>, settings: Record<string, string | number | boolean> = {}): SharedState {
  const at = <Value>(value: Value) => ({ value, at: AT });
  return {
    lists: new Map(
      Object.entries(lists).map(([name, watches]) => [
        name,
        { name: at(name), mode: at("notify"), here: at(true), watches: new Map(watches.map((text) => [text, at(true)])) },
      ]),
    ),
    settings: new Map(Object.entries(settings).map(([name, value]) => [name, at(value)])),
  };
}

const many = (count: number) => Array.from({ length: count }, (_, number) => `title:lärge <vectörs> ${number}`);

describe("the items of a state", () => {
  it("are small, one a list", () => {
    expect(writeItems(stateOf({ Mine: ["P2300", "author:Kühl"] }, { drafts: false }))).toEqual({
      settings: [1, ["drafts", AT, false]],
      "list/Mine/0": [1, "Mine", "Mine", AT, "notify", AT, 1, AT, ["P2300", AT, "author:Kühl", AT]],
    });
  });

  it("say the same when they are read again", () => {
    const name = anyText({ minLength: 1, maxLength: 100 }).map((text) => text.toWellFormed());
    const watch = fc.nat(999_999).map((number) => `P${String(number).padStart(4, "0")}`);
    fc.assert(
      fc.property(fc.dictionary(name, fc.array(watch)), (lists) => {
        const state = stateOf(lists, { pollMinutes: 7, sweepRanges: "<1-2>" });
        expect(readItems(structuredClone(writeItems(state)))).toEqual(state);
      }),
    );
  });

  it("carry as many feeds as there can be, with the longest addresses", () => {
    const feeds = Array.from({ length: MOST_FEEDS }, (_, at) => `https://${at}.example/`.padEnd(370, "x").concat("#ed25519=", "k".repeat(21)));
    const state = stateOf({}, { feeds: feeds.join(" ") });
    expect(isValidSetting("feeds", feeds.join(" "))).toBe(true);
    const items = writeItems(state);
    expect(readItems(items)).toEqual(state);
    expect(hasRoom(items) && Object.entries(items).every(([key, value]) => itemBytes(key, value) <= ITEM_BYTES)).toBe(true);
  });

  it.each([1, 400, 2000])("of %i watches keep below what the browser takes, and lose none", (count) => {
    const state = stateOf({ "Mïne <1>": many(count) });
    const items = writeItems(state);
    for (const [key, value] of Object.entries(items)) {
      expect(new TextEncoder().encode(key + JSON.stringify(value).replaceAll("<", "\\u003C")).length).toBeLessThanOrEqual(8192);
      // No list is cut into more parts than it needs.
      if (key !== `list/Mïne <1>/${Object.keys(items).length - 1}`) expect(itemBytes(key, value)).toBeGreaterThan(7_000);
    }
    expect(readItems(items)).toEqual(state);
  });

  it("are full before a list is cut", () => {
    const itemsOf = (length: number) => Object.values(writeItems(stateOf({ Mine: ["a", "x".repeat(length)] })));
    let length = 7_300;
    while (itemsOf(length + 1).length === 1) length++;
    // The first of a thousand parts, and a comma, are allowed for.
    expect(itemBytes("list/Mine/999", itemsOf(length)[0]) + 1).toBe(ITEM_BYTES);
  });

  it("have no room for everything in the world", () => {
    expect(hasRoom(writeItems(stateOf({ Mine: many(1500) })))).toBe(true);
    expect(hasRoom(writeItems(stateOf({ Mine: many(3000) })))).toBe(false);
    expect(hasRoom(writeItems(stateOf(Object.fromEntries(Array.from({ length: 501 }, (_, number) => [`L${number}`, []])))))).toBe(false);
  });

  it("of different machines may be mixed: what some say is part of what all say", () => {
    const parts = Object.entries(writeItems(stateOf({ Mine: many(700), Other: ["P1000"] }, { drafts: true })));
    fc.assert(
      fc.property(fc.subarray(parts), (some) => {
        const all = readItems(Object.fromEntries(parts)) ?? emptyState();
        const read = readItems(Object.fromEntries(some)) ?? emptyState();
        expect(mergeStates(read, all)).toEqual(all);
      }),
    );
  });
});

describe("items that somebody else has written", () => {
  const list = (...rest: unknown[]) => ({ "list/x/0": [1, "x", "Mine", AT, "notify", AT, 1, AT, ...rest] });

  it.each<[what: string, items: Record<string, unknown>, watches: string[] | undefined]>([
    ["half valid", list(["P2300", AT, 7, AT, "P1000", "soon", "", AT, "P1001", 0, "P1002", 1.5, "P1003", -AT, "P1004", AT]), ["P2300", "P1003", "P1004"]],
    ["cut off", list(["P2300", AT, "P1000"]), ["P2300"]],
    ["of another spelling", list(["p2300", AT, "author: Kühl ", AT]), ["P2300", "author:Kühl"]],
    ["of one watch in two spellings", list(["p2300", AT, "P2300", -AT - 1]), ["P2300"]],
    ["from later, kept as it stands", list(["rule:a OR b", AT]), ["rule:a OR b"]],
    ["without watches", list("P2300"), []],
    ["no list", { "list/x/0": { name: "Mine" } }, undefined],
    ["without a version", { "list/x/0": ["x", "Mine"] }, undefined],
    ["with an ill-formed name", { "list/x/0": [1, "x", "\ud800", AT, "notify", AT, 1, AT, []] }, undefined],
    ["from the end of time", { "list/x/0": [1, "x", "Mine", 1e300, "notify", AT, 1, AT, []] }, undefined],
    ["somebody else's altogether", { other: list([]) }, undefined],
  ])("that are %s", (_, items, watches) => {
    const read = readItems(items)?.lists.get("x");
    expect(read && [...read.watches.keys()]).toEqual(watches);
  });

  it.each<[what: string, limit: number, isRead: (size: number) => boolean]>([
    ["a list's id", 110, (size) => readItems({ "list/x/0": [1, "x".repeat(size), "Mine", AT, "notify", AT, 1, AT, []] })?.lists.size === 1],
    ["a list's name", 100, (size) => readItems({ "list/x/0": [1, "x", "x".repeat(size), AT, "notify", AT, 1, AT, []] })?.lists.size === 1],
    ["a list's mode", 100, (size) => readItems({ "list/x/0": [1, "x", "Mine", AT, "x".repeat(size), AT, 1, AT, []] })?.lists.size === 1],
    ["a watch", 1_000, (size) => readItems(list(["x".repeat(size), AT]))?.lists.get("x")?.watches.size === 1],
    ["a setting's name", 100, (size) => readItems({ settings: [1, ["x".repeat(size), AT, true]] })?.settings.size === 1],
    ["a setting's text", LONGEST_SETTING, (size) => readItems({ settings: [1, ["x", AT, "x".repeat(size)]] })?.settings.size === 1],
  ])("are read with %s of at most %i characters", (_, limit, isRead) => {
    expect([limit, limit + 1].map(isRead)).toEqual([true, false]);
  });

  it.each([
    [0, false],
    [1, true],
    [1e12 - 1, true],
    [1e12, false],
  ])("of the time %d are read: %s, wherever it stands", (at, isRead) => {
    for (const place of [3, 5, 7]) {
      const item: unknown[] = [1, "x", "Mine", AT, "notify", AT, 1, AT, []];
      item[place] = at;
      expect(readItems({ "list/x/0": item })?.lists.has("x")).toBe(isRead);
    }
    const read = readItems({ ...list(["P2300", -at]), settings: [1, ["x", at, true]] });
    expect(read?.lists.get("x")?.watches.has("P2300")).toBe(isRead);
    expect(read?.settings.has("x")).toBe(isRead);
  });

  it.each<[here: unknown, value: boolean | undefined]>([
    [1, true],
    [0, false],
    [2, undefined],
    [true, undefined],
  ])("that say %j of a list say it is here: %s", (here, value) => {
    expect(readItems({ "list/x/0": [1, "x", "Mine", AT, "notify", AT, here, AT, []] })?.lists.get("x")?.here.value).toBe(value);
  });

  it.each([Number.NaN, Number.POSITIVE_INFINITY, null, {}, undefined])("have no setting %j", (value) => {
    expect(readItems({ settings: [1, ["x", AT, value, "y", AT, 5, "z", AT, ""]] })?.settings).toEqual(
      new Map([
        ["y", { value: 5, at: AT }],
        ["z", { value: "", at: AT }],
      ]),
    );
  });

  it("of a newer version are left alone", () => {
    expect(readItems({ ...list([]), settings: [2, []] })).toBeUndefined();
    expect(readItems({ theirs: [2, []] })).toEqual(emptyState());
  });

  it("are read without an exception, whatever they are", () => {
    const value = fc.oneof(
      fc.anything(),
      fc.tuple(fc.constant(1), fc.anything(), fc.anything()),
      fc.array(fc.oneof(fc.anything(), fc.constant(1)), { maxLength: 9 }),
    );
    const key = fc.constantFrom("settings", "list/x/0", "list//", "__proto__", "other");
    fc.assert(
      fc.property(fc.dictionary(key, value), (items) => {
        const state = readItems(items);
        if (state) expect(readItems(writeItems(state))).toEqual(state);
      }),
    );
  });
});

describe("what is to be written", () => {
  const state = stateOf({ Mine: many(600), Other: ["P1000"] }, { drafts: true });
  const items = writeItems(state);

  it("is nothing where it is there already", () => {
    expect(planPush(state, items, AT)).toEqual({ kind: "nothing", bytes: allBytes(items) });
  });

  it("is what differs, without parts that are no longer needed", () => {
    const { "list/Other/0": other, ...rest } = items;
    const stored = { ...rest, "list/Mine/99": [1], theirs: 1, settings: [1, []] };
    expect(planPush(state, stored, AT)).toEqual({
      kind: "write",
      bytes: allBytes(items),
      set: { "list/Other/0": other, settings: items.settings },
      remove: ["list/Mine/99"],
    });
  });

  it("is nothing where only marks differ that are old by this clock: another clock may still want them", () => {
    const longAgo = AT - 181 * 24 * 60 * 60;
    const stored = structuredClone(writeItems(stateOf({ Mine: ["P2300"] })));
    (stored["list/Mine/0"] as unknown[][])[8]?.push("P9999", -longAgo);
    expect(planPush(stateOf({ Mine: ["P2300"] }), stored, AT).kind).toBe("nothing");
    expect(planPush(stateOf({ Mine: ["P2300"] }), stored, AT - 10 * 24 * 60 * 60).kind).toBe("write");
  });

  it("is nothing where there is no room for it", () => {
    const large = stateOf({ Mine: many(3000) });
    expect(planPush(large, {}, AT)).toEqual({ kind: "too-large", bytes: allBytes(writeItems(large)) });
  });
});
