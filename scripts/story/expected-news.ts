import { diffEntries } from "../../lib/papers/index/diff.ts";
import { type Census, judgeDiff } from "../../lib/papers/index/judge-diff.ts";
import { isPaper, type Paper } from "../../lib/papers/paper.ts";
import { matchEvent } from "../../lib/watch/matching/match-event.ts";
import { compileWatch } from "../../lib/watch/matching/match-watch.ts";
import type { Watch } from "../../lib/watch/watch.ts";

/** The ids of the papers that PaperScout has to tell of when `index` becomes `next`, in the order of `next`. */
export function expectedNews(index: Map<string, Paper>, next: Map<string, Paper>, watches: Watch[]): string[] {
  const papers = [...index.values()].filter(isPaper);
  const byPrefix: Census["byPrefix"] = {};
  for (const { prefix } of papers) if (prefix) byPrefix[prefix] = (byPrefix[prefix] ?? 0) + 1;
  const judged = judgeDiff(diffEntries(index, next), { papers: papers.length, byPrefix });
  const matchers = watches.map(compileWatch);
  const events = judged.verdict === "news" ? judged.events : [];
  return events.flatMap((event) => (matchers.some((matcher) => matchEvent(event, matcher)) && "paper" in event ? [event.paper.id] : []));
}
