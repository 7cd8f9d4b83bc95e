import type { Page } from "puppeteer-core";
import { sampleDraft } from "../../../lib/library/paper/sample-document.ts";
import type { Draft } from "../../../lib/papers/draft.ts";
import { paperOfDraft } from "../../../lib/papers/draft.ts";
import { readIndex } from "../../../lib/papers/index/read-index.ts";
import { isPaper, type Paper } from "../../../lib/papers/paper.ts";
import type { Match } from "../../../lib/store/database/schema.ts";
import { DRAFT_HOST } from "../../../lib/terms/work-names.ts";
import { matchesOf } from "../../bench/ui/seed-matches.ts";
import { putRow } from "../state/browser-state.ts";

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const MATCHES = 12;

// `now`: the time of the page that will show it, epoch ms.

/** Lists, watches and matches: papers read and unread, with and without a star, and drafts of every kind. */
export async function seedInbox(page: Page, index: string, now: number): Promise<void> {
  await putRow(page, "watchlists", { id: 1, name: "C++", mode: "badge" });
  await putRow(page, "watchlists", { id: 2, name: "Numbers", mode: "notify" });
  await putRow(page, "watches", { id: 1, list: 1, kind: "rule", text: "author:Curry title:executor -audience:SG1", addedAt: now });
  await putRow(page, "watches", { id: 2, list: 1, kind: "paper", text: "P2300", addedAt: now });
  await putRow(page, "watches", { id: 3, list: 1, kind: "audience", text: "LEWG", addedAt: now });
  await putRow(page, "watches", { id: 4, list: 2, kind: "author", text: "Sophie Germain", addedAt: now });
  const papers = [...readIndex(Object.entries(JSON.parse(index))).entries.values()].filter(isPaper);
  for (const draft of drafts(now)) await putRow(page, "drafts", draft);
  for (const match of matches(papers, now)) await putRow(page, "matches", match);
}

/** Asking for drafts switched on, with a round half done and nobody asked before the time that is told. */
export async function seedRound(page: Page, now: number): Promise<void> {
  const counts = { notTheFile: 0, troubles: 0 };
  await rest(page, now, {});
  await putRow(page, "settings", { name: "drafts", value: true });
  await putRow(page, "state", {
    name: "probing",
    since: now - 20 * DAY,
    phase: 0.3,
    cycle: 412,
    today: { day: new Date(now).toISOString().slice(0, 10), asked: 1_312 },
    frontier: 4344,
    running: { ...counts, startedAt: now - MINUTE, planned: 640, asked: 312, present: 2, absent: 310, found: 0 },
    last: {
      ...counts,
      startedAt: now - 20 * MINUTE,
      endedAt: now - 15 * MINUTE,
      planned: 412,
      asked: 412,
      present: 3,
      absent: 409,
      found: 1,
      outcome: { kind: "good" },
    },
    failures: 0,
    lastSuccessAt: now - 15 * MINUTE,
    hasBaseline: true,
  });
  const asked = ["D", "P"].flatMap((prefix) =>
    [10, 11, 12, 13].flatMap((revision) => [".html", ".pdf"].map((extension) => `${prefix}2300R${revision}${extension}`)),
  );
  await putRow(page, "asked", { key: 23, at: Object.fromEntries(asked.map((name) => [name, Math.floor((now - HOUR) / SECOND)])) });
  await putRow(page, "state", { name: "probe-progress", asked: 312, planned: 640, beatAt: now + HOUR / 100 });
}

/** A host that answers badly and is left alone, no round under way, and a month in which most checks went well. */
export async function seedTrouble(page: Page, now: number): Promise<void> {
  await rest(page, now, { strikes: 6, lastError: { kind: "server-error", message: "isocpp.org answered 503", at: now - 4 * MINUTE } });
  const days = Array.from({ length: 30 }, (_, ago) => {
    const day = new Date(now - ago * DAY).toISOString().slice(0, 10);
    return [day, { checks: 40 + (ago % 7), failures: ago % 9 === 0 ? 6 : 0, drafts: ago % 4 }] as const;
  });
  await putRow(page, "state", { name: "tally", days: Object.fromEntries(days) });
}

/** The lane of the host of drafts, which is not asked for a while. */
async function rest(page: Page, now: number, about: object): Promise<void> {
  const lane = { host: DRAFT_HOST, cap: 2, gapMs: 1_000, nextAt: now + 25 * MINUTE, askedUntil: now + 25 * MINUTE, paused: false, strikes: 0 };
  await putRow(page, "lanes", { ...lane, lastOkAt: now - 3 * HOUR, ...about });
}

function drafts(now: number): Draft[] {
  const page = { title: "Contracts that cannot be proved, and what to do about those that can", authors: ["Kurt Gödel", "Emmy Noether"], audience: ["SG21"] };
  return [
    sampleDraft(4345, 0, { page, foundAt: now - MINUTE }),
    sampleDraft(4346, 0, { unreadable: "encrypted", foundAt: now - 2 * MINUTE }),
    sampleDraft(2300, 11, { page: { ...page, title: "`std::promised`" }, foundAt: now - 3 * HOUR, baseline: true }),
    sampleDraft(4340, 0, { page: { ...page, title: "What was promised" }, foundAt: now - 21 * DAY, publishedAs: "P4340R0", publishedAt: now - HOUR }),
  ];
}

function matches(papers: Paper[], now: number): Match[] {
  const [fresh, unreadable] = drafts(now);
  const [first, ...others] = matchesOf(papers, MATCHES, now - HOUR);
  if (!first || !fresh || !unreadable) return [];
  const version = "1";
  const byAuthor = ({ authors: [author = ""] }: Paper) => [{ kind: "author", watched: author, found: author, list: 1, listName: "C++" } as const];
  const of = (draft: Draft): Match => ({ ...first, id: draft.id, paper: paperOfDraft(draft), kind: "draft-found", foundAt: draft.foundAt, draft: { version } });
  const number = { kind: "paper", watched: "P4346", found: "P4346", list: 2, listName: "Numbers" } as const;
  return [
    { ...of(fresh), kind: "draft-changed", reasons: byAuthor(paperOfDraft(fresh)) },
    { ...of(unreadable), reasons: [number], draft: { version, unreadable: "encrypted" } },
    {
      ...first,
      reasons: byAuthor(first.paper),
      kind: "draft-published",
      from: { id: "D4340R0", link: "https://isocpp.org/files/papers/D4340R0.html", foundAt: now - 21 * DAY, days: 21 },
    },
    ...others.map((match, place) => ({
      ...match,
      reasons: byAuthor(match.paper),
      ...(place % 4 === 1 && { starredAt: now }),
      ...(place > 7 && { readAt: now }),
    })),
  ];
}
