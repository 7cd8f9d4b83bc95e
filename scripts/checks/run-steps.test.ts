import { describe, expect, it } from "vitest";
import { NOTHING_RUN, runSteps } from "./run-steps.mjs";

const GOOD = { passed: 1, failed: 0, details: [] };
const asFailure = (error: unknown) => ({ ...NOTHING_RUN, details: [String(error)] });

/** Steps that end when told, and what happens in which order. */
function stage(names: Record<string, { needs?: string[]; after?: string[] }>) {
  const story: string[] = [];
  const ends = new Map<string, (result: typeof GOOD | Error) => void>();
  const steps = Object.entries(names).map(([name, about]) => ({
    name,
    ...about,
    run: () =>
      new Promise<typeof GOOD>((resolve, reject) => {
        ends.set(name, (result) => (result instanceof Error ? reject(result) : resolve(result)));
      }),
  }));
  const around = {
    asFailure,
    onStart: ({ name }: { name: string }) => void story.push(`${name} begins`),
    onEnd: ({ name }: { name: string }, { failed }: { failed: number }) => void story.push(`${name} ${failed ? "failed" : "ended"}`),
  };
  const end = async (name: string, result: typeof GOOD | Error = GOOD) => {
    ends.get(name)?.(result);
    await new Promise((resolve) => setTimeout(resolve));
  };
  return { story, steps, around, end };
}

describe("the steps of npm test", () => {
  it("run so many at once, those that may first", async () => {
    const { story, steps, around, end } = stage({ browser: { needs: ["build"] }, build: {}, unit: {}, lint: {} });
    const run = runSteps(steps, 2, around);
    expect(story).toEqual(["build begins", "unit begins"]);
    await end("build");
    await end("unit");
    await end("browser");
    await end("lint");
    expect(await run).toEqual([GOOD, GOOD, GOOD, GOOD]);
    expect(story.slice(2)).toEqual(["build ended", "browser begins", "unit ended", "lint begins", "browser ended", "lint ended"]);
  });

  it("have failed where one that they need has, and go on where they only had to wait for it", async () => {
    const { story, steps, around, end } = stage({ build: {}, browser: { needs: ["build"] }, types: { after: ["build"] } });
    const run = runSteps(steps, 2, around);
    await end("build", new Error("no"));
    await end("types");
    expect(await run).toEqual([{ ...NOTHING_RUN, details: ["Error: no"] }, { ...NOTHING_RUN, note: "not run: build failed" }, GOOD]);
    expect(story).toContain("types ended");
  });

  it("do not wait for one that was not asked for", async () => {
    const { steps, around, end } = stage({ browser: { needs: ["build"] } });
    const run = runSteps(steps, 2, around);
    await end("browser");
    expect(await run).toEqual([GOOD]);
  });

  it("that wait for one another are a fault of ours", async () => {
    const { steps, around } = stage({ a: { after: ["b"] }, b: { after: ["a"] } });
    await expect(runSteps(steps, 2, around)).rejects.toThrow("wait for one another");
  });
});
