import { canonicalText } from "./canonical.ts";
import type { DraftFact, StatusFact } from "./fact.ts";

/**
 * What two know of the same draft. Each part is that of the later `at`, of two of the same moment the one whose canonical text is
 * greater; only the find is the earlier one. Of a page and why there is none the later remains, of the same moment the page. So it does not matter who is heard first, or how often.
 */
export function mergeFact(a: DraftFact, b: DraftFact): DraftFact {
  const files = new Map(a.files.map((file) => [file.extension, file]));
  for (const file of b.files) files.set(file.extension, later(files.get(file.extension), file));
  const [page, unreadable, published] = [either(a.page, b.page), either(a.unreadable, b.unreadable), either(a.published, b.published)];
  const isRead = page !== undefined && (unreadable === undefined || page.at >= unreadable.at);
  return {
    id: a.id,
    found: later(a.found, b.found) === a.found ? b.found : a.found,
    files: [...files.values()].sort((one, other) => (one.extension < other.extension ? -1 : 1)),
    ...(isRead ? { page } : unreadable && { unreadable }),
    ...(published && { published }),
  };
}

/** The facts of all of them, by id: of several feeds, of a part and another, or of a feed and one's own asking. */
export function mergeFacts(...all: Iterable<DraftFact>[]): Map<string, DraftFact> {
  const merged = new Map<string, DraftFact>();
  for (const facts of all) {
    for (const fact of facts) {
      const known = merged.get(fact.id);
      merged.set(fact.id, mergeFact(known ?? fact, fact));
    }
  }
  return merged;
}

/** The statuses of all of them, by series. */
export function mergeStatuses(...all: Iterable<StatusFact>[]): Map<string, StatusFact> {
  const merged = new Map<string, StatusFact>();
  for (const statuses of all) for (const status of statuses) merged.set(status.series, later(merged.get(status.series), status));
  return merged;
}

interface Dated {
  at: number;
}

function either<Part extends Dated>(a: Part | undefined, b: Part | undefined): Part | undefined {
  return b === undefined ? a : later(a, b);
}

function later<Part extends Dated>(a: Part | undefined, b: Part): Part {
  if (a === undefined || b.at > a.at) return b;
  if (b.at < a.at) return a;
  return canonicalText(b) > canonicalText(a) ? b : a;
}
