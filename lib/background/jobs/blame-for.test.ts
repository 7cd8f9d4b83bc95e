import { expect, it } from "vitest";
import type { CheckFailure } from "../../terms/check-outcome.ts";
import { blameFor } from "./blame-for.ts";

it.each<[failure: CheckFailure, blame: ReturnType<typeof blameFor>]>([
  [{ kind: "refused", status: 403 }, "file"],
  [{ kind: "server-error", status: 500 }, "file"],
  [{ kind: "timeout" }, "file"],
  [{ kind: "unreachable" }, "either"],
  [{ kind: "server-error", status: 503 }, "host"],
  [{ kind: "rate-limited" }, "host"],
  [{ kind: "offline" }, "host"],
])("lays %j to the %s", (failure, blame) => {
  expect(blameFor(failure)).toBe(blame);
});
