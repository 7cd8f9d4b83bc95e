import fc from "fast-check";
import { expect, it, vi } from "vitest";
import type { CheckFailure } from "../../lib/terms/check-outcome.ts";
import { speak } from "../../test/speak.ts";
import { errorWords } from "./error-words.ts";
import { failureText } from "./failure-text.ts";

// Numbers are written in the language of the texts.
vi.mock("../../lib/language/translate.ts", async () => ({ translate: (await import("../../test/speak.ts")).speak }));

const HOST = "wg21.link";

it.each<CheckFailure>([
  { kind: "offline", detail: "NetworkError" },
  { kind: "timeout" },
  { kind: "server-error", status: 503 },
  { kind: "too-large", megabytes: 64 },
  { kind: "sudden-loss", missing: 12 },
  { kind: "not-json" },
])("the failure $kind is a sentence again", (failure) => {
  expect(errorWords({ message: JSON.stringify(failure) }, HOST, speak)).toBe(failureText(failure, HOST, speak));
});

it.each(["", "It was made to fail.", "{", "{}", '{"kind":"server-error"}', '{"kind":"constructor"}', "[1]"])("%j stays as it was said", (message) => {
  expect(errorWords({ message }, HOST, speak)).toBe(message);
});

it("takes whatever was said", () => {
  fc.assert(fc.property(fc.json(), (message) => typeof errorWords({ message }, HOST, speak) === "string"));
});
