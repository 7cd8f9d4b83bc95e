import fc from "fast-check";
import type { DraftFact } from "../../lib/feed/fact.ts";

const at = fc.nat(20);
const page = fc.record({
  at,
  title: fc.constantFrom("Reflection", "Reflection, again"),
  authors: fc.constant<string[]>(["Emmy Noether"]),
  audience: fc.constant<string[]>([]),
});
const file = fc.record(
  { at, extension: fc.constantFrom(".pdf", ".html"), modifiedAt: at, size: fc.nat(3), gone: fc.constant(true as const) },
  { requiredKeys: ["at", "extension"] },
);

/** Facts of one draft or a few, so close to each other in all they say that each way to differ comes up. */
export const anyFact: fc.Arbitrary<DraftFact> = fc.record(
  {
    id: fc.constantFrom("D4001R0", "D4002R1"),
    found: fc.record({ at, baseline: fc.constant(true as const) }, { requiredKeys: ["at"] }),
    files: fc.uniqueArray(file, { minLength: 1, selector: ({ extension }) => extension }),
    page,
    unreadable: fc.record({ at, why: fc.constantFrom("no-text", "broken") }),
    published: fc.record({ at, as: fc.constantFrom("P4001R0", "P4002R1") }),
  },
  { requiredKeys: ["id", "found", "files"] },
);
