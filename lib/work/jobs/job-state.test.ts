import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type EndState, type JobRow, WAITING_STATES } from "../rows.ts";
import { ended, isLeased, isWaiting, LONGEST_WAIT_MS, leased, movedTo, waiting } from "./job-state.ts";

/** The properties that belong to a state; the last only where the job has a key or a lock. */
const OF_WAITING = ["runAt", "rank", "waitingKey"];
const OF_LEASED = ["token", "owner", "until", "heldLock"];
const OF_ENDED = ["endedAt"];
const ERROR = { kind: "Error", message: "no" };
const PUT_OFF = { state: "put-off", error: ERROR, hastenedBy: ["network", "person"] } as const;

function job(rest: Partial<JobRow> = {}): JobRow {
  const row = { id: 1, kind: "poll", args: { page: 2 }, place: "heavy" as const, lane: "a.example", priority: 2, attempts: 0, claims: 0, maxAttempts: 5 };
  return { ...row, createdAt: 7, state: "todo", schedule: "poll", slot: "poll#1", ...rest };
}

const present = (row: JobRow, names: string[]) => names.filter((name) => Object.hasOwn(row, name));

/** What holds of a row in each state, whatever it has been through. */
function expectSparse(row: JobRow): void {
  const keyed = row.key === undefined ? ["runAt", "rank"] : OF_WAITING;
  const locked = row.lock === undefined ? ["token", "owner", "until"] : OF_LEASED;
  expect(present(row, OF_WAITING)).toEqual(isWaiting(row) ? keyed : []);
  expect(present(row, OF_LEASED)).toEqual(isLeased(row) ? locked : []);
  expect(present(row, OF_ENDED)).toEqual(isWaiting(row) || isLeased(row) ? [] : OF_ENDED);
  if (row.state !== "put-off") expect(row).not.toHaveProperty("hastenedBy");
  expect(Object.values(row)).not.toContain(undefined);
}

type Change = (row: JobRow) => JobRow;
const time = fc.nat(1e12);
const wait = fc.constantFrom({}, { error: ERROR }, { state: "interrupted" as const, error: ERROR }, PUT_OFF);
const change: fc.Arbitrary<Change> = fc.oneof(
  fc.tuple(time, wait).map(
    ([at, wait]): Change =>
      (row) =>
        waiting(row, at, at, wait),
  ),
  fc.tuple(time).map(
    ([at]): Change =>
      (row) =>
        isWaiting(row) ? movedTo(row, at, at) : row,
  ),
  fc.tuple(fc.constantFrom("one", "two"), time).map(
    ([owner, at]): Change =>
      (row) =>
        leased(isWaiting(row) ? row : waiting(row, at, at), owner, at, at + 60_000),
  ),
  fc.tuple(fc.constantFrom<EndState>("done", "failed", "cancelled", "aborted"), time, fc.boolean()).map(
    ([state, at, failed]): Change =>
      (row) =>
        failed ? ended(row, state, at, ERROR) : ended(row, state, at),
  ),
);

describe("a job", () => {
  it("has what belongs to a state in that state only, whatever it has been through", () => {
    const fresh = fc.record({ key: fc.constant("key"), lock: fc.constant("lock") }, { requiredKeys: [] }).map((rest): JobRow => waiting(job(rest), 5, 5));
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

  it("counts its attempts when it is claimed, and has another token each time, also where the attempt was none", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constantFrom("one", "two"), fc.boolean()), { minLength: 1, maxLength: 8 }), (claims) => {
        const tokens = new Set<string>();
        let row = job({ key: "key" });
        for (const [owner, isNone] of claims) {
          const held = leased(row, owner, 5, 10);
          tokens.add(held.token);
          row = waiting(isNone ? { ...held, attempts: held.attempts - 1 } : held, 20, 20, { error: ERROR });
        }
        expect(row).toMatchObject({ attempts: claims.filter(([, isNone]) => !isNone).length, claims: claims.length });
        expect(tokens.size).toBe(claims.length);
      }),
    );
  });

  it("has a lease that is named by its owner and the number of the claim", () => {
    expect(leased(job({ claims: 6, attempts: 2 }), "one", 5, 10)).toMatchObject({ token: "one#7", claims: 7, attempts: 3 });
  });

  it("keeps the error of the attempt before while it waits and runs, and loses it when it ends well", () => {
    const again = waiting(leased(job(), "one", 5, 10), 20, 10, { error: ERROR });
    expect(again).toMatchObject({ state: "todo", error: ERROR, runAt: 20 });
    const held = leased(again, "one", 20, 30);
    expect(held).toMatchObject({ error: ERROR, startedAt: 20, until: 30 });
    expect(ended(held, "done", 25)).not.toHaveProperty("error");
    expect(ended(held, "failed", 25, { kind: "other", message: "" })).toMatchObject({ error: { kind: "other" }, endedAt: 25 });
  });

  it("that is moved waits for the same reason, at another time", () => {
    const putOff = waiting(job({ key: "key", putOffs: 2 }), 90_000, 5, PUT_OFF);
    expect(movedTo(putOff, 60_000, 5)).toEqual({ ...putOff, runAt: 60_000, rank: 60_000 - 2 * 60_000 });
    expect(ended(putOff, "cancelled", 6)).not.toHaveProperty("putOffs");
  });

  it("waits no longer than a job can", () => {
    expect(waiting(job(), Number.POSITIVE_INFINITY, 5)).toMatchObject({ runAt: 5 + LONGEST_WAIT_MS });
    expect(waiting(job(), 5 + LONGEST_WAIT_MS, 5)).toMatchObject({ runAt: 5 + LONGEST_WAIT_MS });
  });

  it.each([
    [0, 100_000],
    [1, 40_000],
    [2, -20_000],
    [-1, 100_000],
  ])("with priority %i is ranked as if it had come at %i instead of 100000", (priority, rank) => {
    expect(waiting(job({ priority }), 100_000, 100_000).rank).toBe(rank);
  });

  it("is leased in that state only, and waits in three", () => {
    const held = leased(job(), "one", 5, 10);
    const rows = [...WAITING_STATES.map((state) => job({ state })), held, ended(held, "done", 6), undefined];
    expect(rows.map(isLeased)).toEqual([false, false, false, true, false, false]);
    expect(rows.map(isWaiting)).toEqual([true, true, true, false, false, false]);
  });
});
