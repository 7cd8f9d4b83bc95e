import type { Paper, Prefix } from "../paper.ts";
import type { LogEvent } from "../paper-event.ts";
import { type Change, type ComparedField, changedFields, type Diff } from "./diff.ts";
import { takeRenamings } from "./renamings.ts";

/** Real removals come one or two at a time; the outages of wg21.link took 68 to 752 papers. */
const MAX_REAL_LOSS = 20;
/** The largest real day gave 298 papers; a field that differs on more than this many is an edit of the index itself. */
const MIN_MASS = 400;
const MASS_SHARE = 0.05;
/** So many papers with a prefix that the index did not hold at all are a new kind of entry, not new papers. */
const MIN_NEW_KIND = 20;

export type Judgement = { verdict: "sudden-loss"; missing: number } | { verdict: "news"; events: LogEvent[] };

/** How the index stood before: papers in all, and by prefix. */
export interface Census {
  papers: number;
  byPrefix: Partial<Record<Prefix, number>>;
}

/**
 * Tells news from accidents: a sudden loss is an outage (nothing is to be replaced), a mass change, a renaming and a new
 * kind become one event each, everything else one event a paper. `lossConfirmed` accepts a loss that has lasted,
 * unless it takes half of the papers.
 */
export function judgeDiff(diff: Diff, before: Census, lossConfirmed = false): Judgement {
  const loss = judgeLoss(diff, before.papers);
  if (loss === "broken" || (loss === "sudden" && !lossConfirmed)) return { verdict: "sudden-loss", missing: diff.vanished.length };
  const { renamings, rest } = takeRenamings([...diff.changed, ...diff.returned]);
  const changed = rest.slice(0, diff.changed.length).map((change) => ({ ...change, fields: changedFields(change.before, change.paper) }));
  const massFields = fieldsChangedInMass([...diff.filled, ...changed], before.papers);
  const newKinds = kindsThatAreNew(diff.added, before.byPrefix);
  const isNews = ({ fields }: Change) => fields.some((field) => !massFields.has(field));
  return {
    verdict: "news",
    events: [
      ...[...massFields].map(([field, papers]) => ({ kind: "mass-change", field, papers }) as const),
      ...[...newKinds].map(([prefix, papers]) => ({ kind: "new-kind", prefix, papers }) as const),
      ...renamings.map((renaming) => ({ kind: "renaming", ...renaming }) as const),
      ...diff.added.filter(({ prefix }) => !prefix || !newKinds.has(prefix)).map((paper) => ({ kind: "paper-added", paper }) as const),
      ...diff.filled.filter(isNews).map((change) => ({ kind: "paper-filled", ...change }) as const),
      ...changed.filter(isNews).map((change) => ({ kind: "paper-changed", ...withoutFields(change, massFields) }) as const),
      ...rest.slice(diff.changed.length).map((change) => ({ kind: "paper-returned", ...change }) as const),
      ...diff.vanished.map((paper) => ({ kind: "paper-vanished", paper }) as const),
    ],
  };
}

/**
 * Without half of its papers an index is broken, however long that lasts. With many gone it is taken for torn, unless it
 * gained more than it lost: then it was not looked at for long.
 */
function judgeLoss({ vanished, added }: Diff, papers: number): "broken" | "sudden" | "real" {
  const lost = vanished.length;
  if (lost > 0 && lost >= papers / 2) return "broken";
  return lost >= added.length && lost > Math.min(MAX_REAL_LOSS, papers / 4) ? "sudden" : "real";
}

function fieldsChangedInMass(changes: Change[], papers: number): Map<ComparedField, number> {
  const limit = Math.max(MIN_MASS, papers * MASS_SHARE);
  return new Map([...countBy(changes.flatMap(({ fields }) => fields))].filter(([, count]) => count > limit));
}

function kindsThatAreNew(added: Paper[], before: Census["byPrefix"]): Map<Prefix, number> {
  const counts = countBy(added.flatMap(({ prefix }) => prefix ?? []));
  return new Map([...counts].filter(([prefix, count]) => !before[prefix] && count >= MIN_NEW_KIND));
}

/** As if what changed everywhere had always been so, lest a watch takes the rest of the change for its news. */
function withoutFields(change: Change, massFields: Map<ComparedField, number>): Change {
  const before = { ...change.before, ...Object.fromEntries([...massFields.keys()].map((field) => [field, change.paper[field]])) };
  return { ...change, before, fields: change.fields.filter((field) => !massFields.has(field)) };
}

function countBy<Key>(keys: Key[]): Map<Key, number> {
  const counts = new Map<Key, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}
