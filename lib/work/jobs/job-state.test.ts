import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { EndState, JobRow } from "../rows.ts";
import { ended, isLeased, leased, waiting } from "./job-state.ts";

/** The properties that belong to a state; those after the bar only where the job has a key or a lock. */
const OF_TODO = ["runAt", "rank", "waitingKey"];
const OF_LEASED = ["token", "owner", "until", "heldLock"];
const OF_ENDED = ["endedAt"];
const ERROR = { kind: "Error", message: "no" };

function job(rest: Partial<JobRow> = {}): JobRow {
  const row = { id: 1, kind: "poll", args: { page: 2 }, place: "heavy" as const, lane: "a.example", priority: 2, attempts: 0, maxAttempts: 5, createdAt: 7 };
  return { ...row, state: "todo", schedule: "poll", slot: "poll#1", ...rest };
}

const present = (row: JobRow, names: string[]) => names.filter((name) => Object.hasOwn(row, name));

/** What holds of a row in each state, whatever it has been through. */
function expectSparse(row: JobRow): void {
  const keyed = row.key === undefined ? ["runAt", "rank"] : OF_TODO;
  const locked = row.lock === undefined ? ["token", "owner", "until"] : OF_LEASED;
  expect(present(row, OF_TODO)).toEqual(row.state === "todo" ? keyed : []);
  expect(present(row, OF_LEASED)).toEqual(row.state === "leased" ? locked : []);
  expect(present(row, OF_ENDED)).toEqual(row.state === "todo" || row.state === "leased" ? [] : OF_ENDED);
  expect(Object.values(row)).not.toContain(undefined);
}

type Change = (row: JobRow) => JobRow;
const time = fc.nat(1e12);
const change: fc.Arbitrary<Change> = fc.oneof(
  fc.tuple(time, fc.boolean()).map(
    ([at, failed]): Change =>
      (row) =>
        failed ? waiting(row, at, ERROR) : waiting(row, at),
  ),
  fc.tuple(fc.constantFrom("one", "two"), time).map(
    ([owner, at]): Change =>
      (row) =>
        leased(row.state === "todo" ? row : waiting(row, at), owner, at, at + 60_000),
  ),
  fc.tuple(fc.constantFrom<EndState>("done", "failed", "cancelled", "aborted"), time, fc.boolean()).map(
    ([state, at, failed]): Change =>
      (row) =>
        failed ? ended(row, state, at, ERROR) : ended(row, state, at),
  ),
);

describe("a job", () => {
  it("has what belongs to a state in that state only, whatever it has been through", () => {
    const fresh = fc.record({ key: fc.constant("key"), lock: fc.constant("lock") }, { requiredKeys: [] }).map((rest) => job(rest));
    fc.assert(
      fc.property(fresh, fc.array(change, { minLength: 1, maxLength: 12 }), (first, changes) => {
        let row = first;
        for (const change of changes) {
          row = change(row);
          expectSparse(row);
        }
        const { id, kind, args, place, lane, priority, maxAttempts, createdAt, schedule, slot } = first;
        expect(row).toMatchObject({ id, kind, args, place, lane, priority, maxAttempts, createdAt, schedule, slot });
      }),
    );
  });

  it("counts its attempts when it is claimed, and has another token each time", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom("one", "two"), { minLength: 1, maxLength: 8 }), (owners) => {
        const tokens = new Set<string>();
        let row = job({ key: "key" });
        for (const owner of owners) {
          const held = leased(row, owner, 5, 10);
          tokens.add(held.token);
          row = waiting(held, 20, ERROR);
        }
        expect(row.attempts).toBe(owners.length);
        expect(tokens.size).toBe(owners.length);
      }),
    );
  });

  it("keeps the error of the attempt before while it waits and runs, and loses it when it ends well", () => {
    const again = waiting(leased(job(), "one", 5, 10), 20, ERROR);
    expect(again).toMatchObject({ error: ERROR, runAt: 20 });
    const held = leased(again, "one", 20, 30);
    expect(held).toMatchObject({ error: ERROR, startedAt: 20, until: 30 });
    expect(ended(held, "done", 25)).not.toHaveProperty("error");
    expect(ended(held, "failed", 25, { kind: "other", message: "" })).toMatchObject({ error: { kind: "other" }, endedAt: 25 });
  });

  it.each([
    [0, 100_000],
    [1, 40_000],
    [2, -20_000],
    [-1, 100_000],
  ])("with priority %i is ranked as if it had come at %i instead of 100000", (priority, rank) => {
    expect(waiting(job({ priority }), 100_000).rank).toBe(rank);
  });

  it("is leased in that state only", () => {
    const held = leased(job(), "one", 5, 10);
    expect([job(), held, ended(held, "done", 6), undefined].map(isLeased)).toEqual([false, true, false, false]);
  });
});
