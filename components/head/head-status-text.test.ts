import { expect, it, vi } from "vitest";
import type { Health } from "../../lib/store/health/health.ts";
import { speak } from "../../test/speak.ts";
import { headStatus } from "./head-status-text.ts";

// Times are written in the language of the texts.
vi.mock("../../lib/language/translate.ts", async () => ({ translate: (await import("../../test/speak.ts")).speak }));

const NOW = Date.UTC(2026, 4, 20, 12);
const check = { name: "check", attempts: 0, lastTriedAt: NOW - 180_000, lastSuccessAt: NOW - 180_000, outcome: { kind: "unchanged" } } as const;

it.each<[string, Partial<Health>, string, boolean]>([
  ["before the first check", {}, "Not checked yet", false],
  ["after one", { check }, "Checked 3 minutes ago", false],
  ["by a clock that was set back", { check: { ...check, lastSuccessAt: NOW + 1_000 } }, "Checked just now", false],
  ["while one runs", { check, progress: { name: "progress", phase: "asking", beatAt: NOW } }, "Checking…", false],
  ["after one that failed", { check: { ...check, outcome: { kind: "timeout" } } }, "Check failed", true],
  ["while the person has paused it", { check, lane: { paused: true } as never }, "Checking is paused", true],
])("the head says %s how checking stands", (_, health, text, isWrong) => {
  expect(headStatus(health as Health, NOW, speak)).toEqual({ text, isWrong });
});
