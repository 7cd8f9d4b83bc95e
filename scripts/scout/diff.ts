import { type Change, type Diff, diffEntries } from "../../lib/papers/index/diff.ts";
import { judgeDiff } from "../../lib/papers/index/judge-diff.ts";
import { isPaper, type Paper } from "../../lib/papers/paper.ts";
import type { LogEvent } from "../../lib/papers/paper-event.ts";
import { countBy } from "./count-by.ts";
import { readFileNames } from "./reading/read-arguments.ts";
import { readIndexFile } from "./reading/read-index-file.ts";

/** What PaperScout would make of the second index had it known the first. The lists say what differs, `events` what would be logged. */
export function diff(args: string[]) {
  const [before, after] = readFileNames(args, ["OLD", "NEW"]).map((file) => readIndexFile(file).entries);
  const found = diffEntries(before ?? new Map(), after ?? new Map());
  const papers = [...(before ?? new Map()).values()].filter(isPaper);
  const judgement = judgeDiff(found, { papers: papers.length, byPrefix: countBy(papers, ({ prefix }) => prefix) });
  const events = judgement.verdict === "news" ? judgement.events : [];
  return {
    verdict: judgement.verdict,
    ...(judgement.verdict === "sudden-loss" && { missing: judgement.missing }),
    ...describe(found),
    massChanges: ofKind(events, "mass-change").map(({ field, papers }) => ({ field, papers })),
    newKinds: ofKind(events, "new-kind").map(({ prefix, papers }) => ({ prefix, papers })),
    events: countBy(events, ({ kind }) => kind),
  };
}

function describe({ added, filled, changed, vanished, returned }: Diff) {
  return {
    added: added.map(({ id, title, authors }) => ({ id, title, authors })),
    filled: filled.map(describeChange),
    changed: changed.map(describeChange),
    vanished: vanished.map(({ id }) => id),
    returned: returned.map(describeChange),
  };
}

function describeChange({ paper, before, fields }: Change) {
  return { id: paper.id, fields, before: pick(before, fields), after: pick(paper, fields) };
}

/** null, not a gap, where the paper has no such field: "came" and "went" are to be seen. */
function pick(paper: Paper, fields: Change["fields"]) {
  return Object.fromEntries(fields.map((field) => [field, paper[field] ?? null]));
}

function ofKind<Kind extends LogEvent["kind"]>(events: LogEvent[], kind: Kind): Extract<LogEvent, { kind: Kind }>[] {
  return events.filter((event): event is Extract<LogEvent, { kind: Kind }> => event.kind === kind);
}
