import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anyFact } from "../../test/feed/any-fact.ts";
import { NOW, PLAIN, RICH, STATUS } from "../../test/feed/sample-facts.ts";
import { canonicalText } from "./canonical.ts";
import type { DraftFact } from "./fact.ts";
import { mergeFact, mergeFacts, mergeStatuses } from "./merge-facts.ts";

const facts = fc.array(anyFact, { maxLength: 6 });
const known = (...all: DraftFact[][]) => canonicalText([...mergeFacts(...all).values()].sort((a, b) => (a.id < b.id ? -1 : 1)));

describe("what several know of drafts", () => {
  it("is the same in whatever order they are heard", () => {
    fc.assert(
      fc.property(facts, facts, facts, (a, b, c) => {
        expect(known([...mergeFacts(a, b).values()], c)).toBe(known(a, [...mergeFacts(c, b).values()]));
      }),
    );
  });

  it("is the same however often they are heard", () => {
    fc.assert(
      fc.property(facts, facts, (a, b) => {
        expect(known(a, b, a, b, b)).toBe(known(a, b));
      }),
    );
  });

  it("is of each part the latest, and the earliest find", () => {
    const before: DraftFact = { ...RICH, found: { at: NOW - 9, baseline: true }, files: [{ at: NOW, extension: ".pdf", size: 1 }] };
    expect(mergeFact(RICH, before)).toEqual({ ...RICH, files: [RICH.files[0], { at: NOW, extension: ".pdf", size: 1 }] });
    expect(mergeFact(PLAIN, { ...PLAIN, found: { at: NOW - 9e9, baseline: true } }).found).toEqual({ at: NOW - 9e9, baseline: true });
  });

  it("says either what its page said or why it could not be read, whichever was later", () => {
    const page = (at: number) => ({ ...PLAIN, page: { at, title: "Rings", authors: [], audience: [] } });
    const unreadable = (at: number) => ({ ...PLAIN, unreadable: { at, why: "no-text" } });
    for (const [one, other, kept] of [
      [page(1), unreadable(2), unreadable(2)],
      [page(2), unreadable(1), page(2)],
      [page(2), unreadable(2), page(2)],
    ] as const) {
      expect(mergeFact(one, other)).toEqual(kept);
      expect(mergeFact(other, one)).toEqual(kept);
    }
  });
});

it("of statuses the latest holds", () => {
  const later = { ...STATUS, at: STATUS.at + 1, labels: ["plenary-approved"] };
  for (const all of [
    [STATUS, later],
    [later, STATUS],
  ])
    expect([...mergeStatuses(...all.map((one) => [one])).values()]).toEqual([later]);
});
