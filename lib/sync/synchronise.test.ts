import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Machine, makeList, newMachine, runSync } from "../../test/sync-machines.ts";
import type { SyncItems } from "./item-size.ts";
import { readItems } from "./read-items.ts";

const START = 1_800_000_000;
const DAY = 24 * 60 * 60;

type Step = { who: number; what: string; list: number; watch: number; wait: number; text: string; mask: number };

const step: fc.Arbitrary<Step> = fc.record({
  who: fc.nat(2),
  what: fc.constantFrom("add", "add", "remove", "make", "drop", "rename", "mode", "set", "run", "run", "die", "fetch", "fetch"),
  list: fc.nat(5),
  watch: fc.nat(8),
  wait: fc.nat(2000),
  text: fc.constantFrom("Mine", "Reading", "Mine 2", "__proto__", "a/0"),
  mask: fc.nat(0xffff),
});

/** Machines and the account's store between them, which takes any writing and hands it on when it likes. */
function play(skews: number[], steps: Step[]) {
  const machines = skews.map((skew) => newMachine(skew));
  for (const machine of machines) makeList(machine, "Mine");
  let account: SyncItems = {};
  let time = START;
  const added = new Set<string>();
  const removed = new Set<string>();
  const send = ({ set, remove }: { set: SyncItems; remove: string[] }) => {
    account = { ...account, ...set };
    for (const key of remove) delete account[key];
  };
  /** Some keys arrive, in any mixture with older ones. */
  const fetch = (machine: Machine, mask: number) => {
    for (const [position, key] of [...new Set([...Object.keys(account), ...Object.keys(machine.store)])].sort().entries()) {
      if (((mask >> (position % 16)) & 1) === 0) continue;
      if (Object.hasOwn(account, key)) machine.store[key] = account[key];
      else delete machine.store[key];
    }
  };
  const act = ({ who, what, list, watch, text, mask }: Step) => {
    const machine = machines[who % machines.length];
    if (!machine) return;
    const { lists, settings } = machine.own;
    const chosen = lists[list % Math.max(1, lists.length)];
    if (what === "make") makeList(machine, text);
    else if (what === "set") settings.set(text, mask);
    else if (what === "run") send(runSync(machine, time));
    else if (what === "die") runSync(machine, time, true);
    else if (what === "fetch") fetch(machine, mask);
    else if (!chosen) return;
    else if (what === "rename") chosen.name = text;
    else if (what === "mode") chosen.mode = mask % 2 ? "badge" : "off";
    else if (what === "add") {
      const fresh = `P${1000 + added.size}`;
      added.add(fresh);
      chosen.watches.push(fresh);
    } else if (what === "remove") for (const gone of chosen.watches.splice(watch, 1)) removed.add(gone);
    else if (what === "drop") {
      for (const gone of chosen.watches) removed.add(gone);
      lists.splice(lists.indexOf(chosen), 1);
    }
  };
  for (const each of steps) {
    time += each.wait;
    act(each);
  }
  let rounds = 0;
  for (let isQuiet = false; !isQuiet && rounds < 20; rounds++) {
    isQuiet = true;
    for (const machine of machines) {
      time += 1;
      fetch(machine, 0xffff);
      const written = runSync(machine, time);
      if (Object.keys(written.set).length + written.remove.length > 0) isQuiet = false;
      send(written);
    }
  }
  return { machines, added, removed, rounds };
}

/** All that a person sees of it, in an order of its own. */
function shown({ own }: Machine) {
  const lists = own.lists.map(({ name, mode, watches }) => JSON.stringify([name, mode, watches.toSorted()])).sort();
  return { lists, settings: [...own.settings].map(([name, value]) => `${name}: ${value}`).sort() };
}

const skew = fc.oneof(fc.constant(0), fc.integer({ min: -3 * DAY, max: 3 * DAY }));

describe("machines that share", () => {
  it("come to the same, lose nothing that was added, and bring back nothing that was removed: whatever was done, seen and cut off in which order, by which clocks", () => {
    fc.assert(
      fc.property(fc.array(skew, { minLength: 1, maxLength: 3, size: "max" }), fc.array(step, { maxLength: 60, size: "max" }), (skews, steps) => {
        const { machines, added, removed, rounds } = play(skews, steps);
        expect(rounds).toBeLessThan(20);
        const [first, ...others] = machines.map(shown);
        for (const other of others) expect(other).toEqual(first);
        const present = machines[0]?.own.lists.flatMap(({ watches }) => watches) ?? [];
        expect(new Set(present)).toEqual(added.difference(removed));
      }),
      { numRuns: 500 },
    );
  });

  it("that share nothing new write nothing", () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30, size: "max" }), (steps) => {
        const [machine] = play([0], steps).machines;
        if (machine) expect(runSync(machine, START + 30 * DAY)).toEqual({ set: {}, remove: [] });
      }),
    );
  });
});

/** Two machines in touch: each change arrives at once. */
function pair(skew = 0): { a: Machine; b: Machine; meet: (time: number) => void } {
  const a = newMachine();
  const b = newMachine(skew);
  return {
    a,
    b,
    meet(time) {
      for (const [from, to] of [
        [a, b],
        [b, a],
        [a, b],
      ] as const) {
        runSync(from, time);
        to.store = { ...from.store };
        runSync(to, time);
        from.store = { ...to.store };
      }
    },
  };
}

const names = (machine: Machine) => machine.own.lists.map(({ name }) => name).sort();
const watches = (machine: Machine, name = "Mine") => machine.own.lists.find((list) => list.name === name)?.watches.toSorted();

describe("meeting for the first time", () => {
  it("joins lists of one name, and keeps all watches of both", () => {
    const { a, b, meet } = pair();
    makeList(a, "Mine", "P1000", "P1001");
    makeList(b, "Other", "P5000");
    makeList(b, "Mine", "P1001", "P1002");
    meet(START);
    for (const machine of [a, b]) {
      expect(names(machine)).toEqual(["Mine", "Other"]);
      expect(watches(machine)).toEqual(["P1000", "P1001", "P1002"]);
    }
  });

  it("leaves two lists of one name two", () => {
    const { a, b, meet } = pair();
    makeList(a, "Mine", "P1000");
    makeList(a, "Mine", "P1001");
    makeList(b, "Mine", "P1002");
    meet(START);
    for (const machine of [a, b]) expect(machine.own.lists.map((list) => list.watches.toSorted()).sort()).toEqual([["P1000", "P1002"], ["P1001"]]);
  });

  it("leaves the settings and modes as they were for whoever was there first", () => {
    const { a, b, meet } = pair();
    makeList(a, "Mine").mode = "badge";
    a.own.settings = new Map([["pollMinutes", 60]]);
    makeList(b, "Mine");
    b.own.settings = new Map<string, number | boolean>([
      ["pollMinutes", 90],
      ["drafts", false],
    ]);
    meet(START);
    for (const machine of [a, b]) {
      expect(machine.own.lists).toMatchObject([{ mode: "badge" }]);
      expect(Object.fromEntries(machine.own.settings)).toEqual({ pollMinutes: 60, drafts: false });
    }
  });

  it("leaves them so also where the browser had not fetched what was there, but takes in its watches", () => {
    const { a, b, meet } = pair();
    const mine = makeList(a, "Mine", "P1000");
    a.own.settings = new Map([
      ["pollMinutes", 60],
      ["askGapMs", 500],
    ]);
    runSync(a, START);
    a.own = { lists: [{ ...mine, name: "Reading", mode: "badge" }], settings: new Map([...a.own.settings, ["askGapMs", 900]]) };
    runSync(a, START + 10);
    makeList(b, "Mine", "P1002");
    b.own.settings = new Map([
      ["pollMinutes", 90],
      ["askGapMs", 100],
    ]);
    runSync(b, START + 20);
    meet(START + 30);
    for (const machine of [a, b]) {
      expect(Object.fromEntries(machine.own.settings)).toEqual({ pollMinutes: 60, askGapMs: 900 });
      expect(machine.own.lists).toMatchObject([{ name: "Reading", mode: "badge" }]);
      expect(watches(machine, "Reading")).toEqual(["P1000", "P1002"]);
    }
  });

  it("lets whoever changes a thing after that win, whichever of them", () => {
    const { a, b, meet } = pair();
    a.own.settings = new Map([["pollMinutes", 60]]);
    runSync(a, START);
    b.own.settings = new Map([["pollMinutes", 90]]);
    runSync(b, START + 10);
    b.own.settings = new Map([["pollMinutes", 120]]);
    meet(START + 20);
    expect([a, b].map(({ own }) => own.settings.get("pollMinutes"))).toEqual([120, 120]);
  });

  it("keeps a watch that others removed before, and had not been fetched", () => {
    const { a, b, meet } = pair();
    const mine = makeList(a, "Mine", "P1000", "P1001");
    runSync(a, START);
    a.own.lists = [{ ...mine, watches: ["P1001"] }];
    runSync(a, START + 10);
    makeList(b, "Mine", "P1000");
    runSync(b, START + 20);
    meet(START + 30);
    for (const machine of [a, b]) expect(watches(machine)).toEqual(["P1000", "P1001"]);
  });

  it("does not remove what the others removed before: they had not seen it here", () => {
    const { a, b, meet } = pair();
    const mine = makeList(a, "Mine", "P1000", "P1001");
    runSync(a, START);
    a.own.lists = [{ ...mine, watches: ["P1001"] }];
    makeList(b, "Mine", "P1000");
    meet(START + 10);
    expect([watches(a), watches(b)]).toEqual([
      ["P1000", "P1001"],
      ["P1000", "P1001"],
    ]);
  });
});

describe("changes at the same time", () => {
  const begun = (skew = 0) => {
    const both = pair(skew);
    makeList(both.a, "Mine", "P1000");
    both.meet(START);
    return both;
  };
  const listOf = ({ own: { lists } }: Machine) => lists[0] ?? { number: 0, name: "", mode: "", watches: [] };

  it("keep the watches of both", () => {
    const { a, b, meet } = begun();
    listOf(a).watches.push("P1001");
    listOf(b).watches.push("P1002");
    meet(START + 10);
    expect(watches(a)).toEqual(["P1000", "P1001", "P1002"]);
    expect(watches(b)).toEqual(watches(a));
  });

  it("keep a list that is removed here, with what was added to it there", () => {
    const { a, b, meet } = begun();
    a.own.lists = [];
    listOf(b).watches.push("P1002");
    meet(START + 10);
    expect([watches(a), watches(b)]).toEqual([["P1002"], ["P1002"]]);
  });

  it.each([-5 * DAY, 5 * DAY])("remove what was removed by a clock that is %s seconds off", (skew) => {
    const { a, b, meet } = begun(skew);
    listOf(b).watches.push("P2000");
    meet(START + 10);
    listOf(a).watches = ["P1000"];
    meet(START + 20);
    expect([watches(a), watches(b)]).toEqual([["P1000"], ["P1000"]]);
    listOf(b).watches = [];
    meet(START + 30);
    expect([watches(a), watches(b)]).toEqual([[], []]);
  });

  it("of a name let the later one win", () => {
    const { a, b, meet } = begun();
    listOf(a).name = "Earlier";
    runSync(a, START + 10);
    listOf(b).name = "Later";
    runSync(b, START + 20);
    meet(START + 30);
    expect([names(a), names(b)]).toEqual([["Later"], ["Later"]]);
  });

  it("let a list that took the name of a renamed one be a list of its own", () => {
    const { a, b, meet } = begun();
    listOf(a).name = "Old";
    makeList(a, "Mine", "P3000");
    meet(START + 10);
    expect(names(b)).toEqual(["Mine", "Old"]);
    expect([watches(b), watches(b, "Old")]).toEqual([["P3000"], ["P1000"]]);
  });

  it("let a list that was removed begin anew, without its old watches", () => {
    const { a, b, meet } = begun();
    a.own.lists = [];
    makeList(a, "Mine", "P3000");
    meet(START + 10);
    expect([watches(a), watches(b)]).toEqual([["P3000"], ["P3000"]]);
  });
});

describe("what was removed", () => {
  it("is remembered for half a year, and then takes no room", () => {
    const { a, b, meet } = pair();
    const mine = makeList(a, "Mine", "P1000", "P1001");
    makeList(a, "Short", "P1002");
    meet(START);
    a.own.lists = [{ ...mine, watches: ["P1000"] }];
    meet(START + 10);
    expect(JSON.stringify(a.store)).toMatch(/P1001.*P1002|P1002.*P1001/);
    meet(START + 179 * DAY);
    expect(JSON.stringify(b.store)).toContain("P1001");
    // Nobody writes only to tidy up.
    a.own.settings.set("drafts", false);
    meet(START + 181 * DAY);
    expect(JSON.stringify(b.store)).not.toMatch(/P1001|P1002|Short/);
    expect([names(a), watches(a), names(b), watches(b)]).toEqual([["Mine"], ["P1000"], ["Mine"], ["P1000"]]);
  });

  it("takes no room where nobody can have seen it", () => {
    const machine = newMachine();
    const mine = makeList(machine, "Mine", "P1000");
    runSync(machine, START, true);
    machine.own.lists = [{ ...mine, watches: ["P1001"] }];
    // What was to be written may have been written.
    runSync(machine, START + 10);
    expect(JSON.stringify(machine.store)).toContain("P1000");
    const large = Array.from({ length: 4_000 }, (_, number) => `title:${"rings ".repeat(5)}${number}`);
    machine.own.lists = [{ ...mine, watches: large }];
    expect(runSync(machine, START + 20).set).toEqual({});
    machine.own.lists = [{ ...mine, watches: ["P1002"] }];
    runSync(machine, START + 30);
    expect(JSON.stringify(machine.store)).not.toContain("rings");
    expect(JSON.stringify(machine.store)).toContain("P1002");
  });

  it("is forgotten sooner where there is no room for it", () => {
    const machine = newMachine();
    const many = (first: number) => Array.from({ length: 1_500 }, (_, number) => `title:${"rings ".repeat(5)}${first + number}`);
    const mine = makeList(machine, "Mine", ...many(0));
    runSync(machine, START);
    machine.own.lists = [{ ...mine, watches: many(1_500) }];
    expect(runSync(machine, START + DAY).set).toEqual({});
    expect(Object.keys(runSync(machine, START + 9 * DAY).set).length).toBeGreaterThan(5);
    expect(readItems(machine.store)?.lists.get("Mine")?.watches.size).toBe(1_500);
  });
});
