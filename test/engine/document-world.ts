import { compareRevision } from "../../lib/background/documents/compare-revision.ts";
import { readDocument } from "../../lib/background/documents/read-document.ts";
import { readRevisions } from "../../lib/background/documents/read-revisions.ts";
import { reader } from "../../lib/background/documents/reader.ts";
import { wantDocument } from "../../lib/background/documents/want-document.ts";
import { compareTexts } from "../../lib/compare/compare-texts.ts";
import { readText } from "../../lib/document/read-text.ts";
import { replaceIndex } from "../../lib/store/index/replace-index.ts";
import { matcher } from "../../lib/store/matches/matcher.ts";
import { readTextState } from "../../lib/store/texts/read-text-state.ts";
import { COMPARE_REVISION, DRAFT_HOST, LISTING_HOST, MATCHER, READ_DOCUMENT, READ_REVISIONS, READER } from "../../lib/terms/work-names.ts";
import type { WorkDatabase } from "../../lib/work/rows.ts";
import type { World } from "../../lib/work/work.ts";
import { freshDatabase } from "../store/fresh-database.ts";
import { indexOf } from "../store/index-of.ts";
import { virtualClock } from "../work/virtual-clock.ts";
import { workOn } from "./work-on.ts";

export const NOON = Date.UTC(2026, 10, 22, 12);
export const PAPERS = "https://www.open-std.org/jtc1/sc22/wg21/docs/papers/2026";

export type Answer = () => Response;
type Answers = Record<string, Answer | Answer[]> | ((url: string) => Answer | undefined);

/** Where the index says that a paper lies. */
export const at = (name: string) => ({ long_link: `${PAPERS}/${name}` });

const page = (text: string) => `<!doctype html><h1>Rings</h1><p>${text}</p>`;
export const html =
  (text: string, headers: Record<string, string> = {}): Answer =>
  () =>
    new Response(page(text), { headers: { "content-type": "text/html", ...headers } });

/** Hosts that answer so, by address, and an index with these papers; what was asked for is noted. */
export async function documentWorld(answers: Answers, papers: Record<string, object> = {}) {
  const clock = virtualClock(NOON);
  const db = await freshDatabase(clock.watch);
  const asked: string[] = [];
  const isOnline = { now: true };
  const network = {
    async fetch(url: unknown, init?: RequestInit) {
      const { "If-None-Match": etag } = (init?.headers ?? {}) as Record<string, string>;
      asked.push(`${url}${etag ? ` ${etag}` : ""}`);
      const answer = typeof answers === "function" ? answers(String(url)) : answers[String(url)];
      const times = asked.filter((one) => one.startsWith(String(url))).length;
      const one = Array.isArray(answer) ? answer[Math.min(times, answer.length) - 1] : answer;
      if (!one || !isOnline.now || init?.redirect !== "manual") throw new TypeError("Failed to fetch");
      return one();
    },
    isOnline: () => isOnline.now,
  };
  const kinds = {
    [READ_REVISIONS]: readRevisions(async () => db),
    [READ_DOCUMENT]: readDocument({
      database: async () => db,
      network,
      read: (bytes, type, signal, isOver) => readText(bytes, type, async () => ({ ok: false, problem: "encrypted" }), signal, isOver),
    }),
    [COMPARE_REVISION]: compareRevision(
      async () => db,
      async (before, after, ids) => compareTexts(before, after, ids).summary,
    ),
  };
  const lane = { cap: 1, gapMs: 0 };
  const lanes = { [DRAFT_HOST]: { ...lane, isOff: false }, [LISTING_HOST]: { ...lane, isOff: false } };
  /** One more engine on the same database. */
  const start = (world: Partial<World> = {}) =>
    workOn(db as unknown as WorkDatabase, clock, { kinds, listeners: { [MATCHER]: matcher(), [READER]: reader() }, configuration: { lanes }, world });
  const work = start();
  /** Packing takes time of this machine, which the clock of the test knows nothing of. */
  const drain = async (again = 2) => {
    await work.drain();
    while ((await db.jobs.where({ state: "leased" }).count()) > 0) await new Promise((resolve) => setTimeout(resolve, 5));
    if (again > 0 && (await db.jobs.where({ state: "todo" }).count()) > 0) await drain(again - 1);
  };
  await replaceIndex(db, indexOf({ P1R0: {} }), {}, NOON);
  await drain();
  const list = async (entries: Record<string, object>) => {
    await replaceIndex(db, indexOf({ P1R0: {}, ...papers, ...entries }), {}, NOON);
    await drain();
  };
  await list({});
  const want = async (id: string) => {
    await wantDocument(db, (request) => work.engine.enqueue(request), id, clock.now());
    await drain();
    return readTextState(db, id);
  };
  return { clock, db, asked, work, start, drain, want, list, isOnline, lanes };
}
