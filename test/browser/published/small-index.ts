import { indexOf } from "../../store/index-of.ts";

const ORDINARY = indexOf({
  P2300R9: { title: "`std::execution`", author: "Ada Lovelace, Kurt Gödel", subgroup: "Library Evolution" },
  P3000R0: { title: "Rings for everybody", author: "Emmy Noether" },
  N5000: { title: "Minutes" },
  LWG2300: { type: "issue", title: "An issue" },
});

/** The body of an index of a few ordinary entries and these. */
export function smallIndex(entries: Record<string, object> = {}): string {
  return JSON.stringify({ ...ORDINARY, ...indexOf(entries) });
}
