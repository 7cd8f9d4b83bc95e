import { expect, it, vi } from "vitest";
import type { CheckFailure } from "../../lib/terms/check-outcome.ts";
import { speak } from "../../test/speak.ts";
import { failureText } from "./failure-text.ts";

// Numbers are written in the language of the texts.
vi.mock("../../lib/language/translate.ts", async () => ({ translate: (await import("../../test/speak.ts")).speak }));

/** One of each kind; the type sees to it that none lacks. */
const FAILURES: { [Kind in CheckFailure["kind"]]: Extract<CheckFailure, { kind: Kind }> } = {
  offline: { kind: "offline" },
  unreachable: { kind: "unreachable" },
  timeout: { kind: "timeout" },
  "cut-off": { kind: "cut-off" },
  "too-large": { kind: "too-large", megabytes: 16 },
  "not-allowed": { kind: "not-allowed" },
  "not-found": { kind: "not-found" },
  "rate-limited": { kind: "rate-limited" },
  refused: { kind: "refused", status: 403 },
  "server-error": { kind: "server-error", status: 503 },
  html: { kind: "html" },
  "not-json": { kind: "not-json" },
  "not-object": { kind: "not-object" },
  "no-papers": { kind: "no-papers" },
  "sudden-loss": { kind: "sudden-loss", missing: 1_234 },
  "storage-full": { kind: "storage-full" },
  interrupted: { kind: "interrupted" },
};
/** What is the matter here, and no host's. */
const OURS = ["offline", "storage-full", "interrupted"];

it.each(Object.values(FAILURES))("$kind is a sentence that names the host it is about", (failure) => {
  const text = failureText(failure, "isocpp.org", speak);
  expect(text).toMatch(/\.$/);
  expect(text).not.toMatch(/wg21|undefined|\$/);
  expect(text.includes("isocpp.org")).toBe(!OURS.includes(failure.kind));
});

it("says the numbers that it was given", () => {
  expect(failureText(FAILURES.refused, "isocpp.org", speak)).toContain("403");
  expect(failureText(FAILURES["sudden-loss"], "wg21.link", speak)).toContain("lacks 1,234 known papers");
  expect(failureText(FAILURES["too-large"], "www.open-std.org", speak)).toMatch(/16 MB/);
});

it("speaks of the limit that a person can set only where there is one", () => {
  expect(failureText(FAILURES["too-large"], "wg21.link", speak)).toMatch(/maxIndexMegabytes/);
  expect(failureText(FAILURES["too-large"], "www.open-std.org", speak)).not.toMatch(/maxIndexMegabytes/);
});
