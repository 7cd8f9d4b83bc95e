import { describe, expect, it } from "vitest";
import type { CheckOutcome } from "../check-outcome.ts";
import { drain, type Steps } from "./drain.ts";

/** Steps that note that they were taken; those named fail. */
function steps(outcome: CheckOutcome | undefined, ...failing: (keyof Steps)[]) {
  const taken: string[] = [];
  const faults: unknown[] = [];
  const step =
    <T>(name: keyof Steps, result: T) =>
    async (): Promise<T> => {
      taken.push(name);
      if (failing.includes(name)) throw new Error(`${name} failed`);
      return result;
    };
  const all: Steps = { schedule: step("schedule", undefined), tidy: step("tidy", undefined), tell: step("tell", undefined), check: step("check", outcome) };
  return { taken, faults, run: () => drain(all, (error) => faults.push(error)) };
}

describe("a look at the schedule", () => {
  it("finishes what was left, checks, tells, and has an alarm before and after", async () => {
    const { taken, faults, run } = steps({ kind: "unchanged" });
    await run();
    expect(taken).toEqual(["schedule", "tidy", "tell", "check", "tell", "schedule"]);
    expect(faults).toEqual([]);
  });

  it("tells nothing again where nothing was due", async () => {
    const { taken, run } = steps(undefined);
    await run();
    expect(taken).toEqual(["schedule", "tidy", "tell", "check", "schedule"]);
  });

  it("goes on checking when it cannot tell, and reports that", async () => {
    const { taken, faults, run } = steps({ kind: "unchanged" }, "tell");
    await run();
    expect(taken).toContain("check");
    expect(faults).toHaveLength(2);
  });

  it("still has an alarm when the check itself breaks, and does not hide that", async () => {
    const { taken, run } = steps(undefined, "check");
    await expect(run()).rejects.toThrow("check failed");
    expect(taken.at(-1)).toBe("schedule");
  });
});
