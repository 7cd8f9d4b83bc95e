import { describe, expect, it, vi } from "vitest";
import type { WorkProgress } from "../../../../lib/store/health/read-progress.ts";
import { speak } from "../../../../test/speak.ts";
import { jobProgress } from "./job-progress-text.ts";

// Numbers are written in the language of the texts.
vi.mock("../../../../lib/language/translate.ts", async () => ({ translate: (await import("../../../../test/speak.ts")).speak }));

const progress = (phase: "receiving" | "comparing", received?: number): Partial<WorkProgress> => ({
  progress: { name: "progress", phase, beatAt: 1, ...(received !== undefined && { received }) },
});

describe("the progress of a job", () => {
  it.each<[string, Partial<WorkProgress>, ReturnType<typeof jobProgress>]>([
    ["check-index", {}, { text: "Checking wg21.link: asking whether anything changed" }],
    ["check-index", progress("receiving", 2_100_000), { text: "Checking wg21.link: receiving the index · 2.1 MB" }],
    ["compare-index", {}, { text: "Checking wg21.link: comparing it with what is known" }],
    ["compare-index", progress("comparing"), { text: "Checking wg21.link: comparing it with what is known" }],
    ["probe-drafts", {}, { text: "Asking isocpp.org for drafts." }],
    [
      "probe-drafts",
      { probeProgress: { name: "probe-progress", asked: 312, planned: 1640, beatAt: 1 } },
      { text: "Asking isocpp.org for drafts: 312 of 1,640.", value: 312, max: 1640 },
    ],
    ["read-draft", { pagesToRead: 12 }, { text: "First pages still to be read: 12." }],
    ["tidy", {}, undefined],
  ])("%s %j", (kind, work, told) => {
    expect(jobProgress(kind, { pagesToRead: 0, ...work }, speak)).toEqual(told);
  });
});
