import { liveQuery, type Subscription } from "dexie";
import { createSearch, type Search } from "../../lib/search/search.ts";
import { createDatabase, type Database } from "../../lib/store/database/database.ts";
import { openDatabase } from "../../lib/store/database/open-database.ts";
import { searchablePapers, searchableStamp } from "../../lib/store/index/searchable-papers.ts";
import type { SearchAnswer, SearchQuestion } from "./search-messages.ts";

/**
 * The search itself: reads the database with the first question and again whenever its papers change. Returns what takes
 * questions; of several of one asker that wait only the last is answered. After a failure the next question tries anew.
 */
export function startSearch(tell: (answer: SearchAnswer) => void): (question: SearchQuestion) => void {
  const questions = new Map<number, SearchQuestion>();
  const unanswered = new Set<SearchQuestion>();
  let search: Search | undefined;
  let source: { close: () => void } | undefined;
  let isPlanned = false;

  const answer = () => {
    isPlanned = false;
    if (!search) return;
    for (const question of unanswered) {
      const { query, limit } = question;
      tell({ ...question, ...(limit === "every" ? { every: search.findEvery(query) } : { hits: search.find(query, limit) }) });
    }
    unanswered.clear();
  };
  const use = (papers: Search) => {
    search = papers;
    for (const question of questions.values()) unanswered.add(question);
    answer();
  };
  const fail = (error: unknown) => {
    source?.close();
    [search, source] = [undefined, undefined];
    unanswered.clear();
    for (const question of questions.values()) tell({ ...question, failed: error instanceof Error ? error.message : String(error) });
  };

  return (question) => {
    source ??= followPapers(use, fail);
    const before = questions.get(question.asker);
    if (before) unanswered.delete(before);
    if (question.query === "") questions.delete(question.asker);
    else {
      questions.set(question.asker, question);
      unanswered.add(question);
    }
    if (isPlanned) return;
    isPlanned = true;
    // Behind the questions that have come already.
    setTimeout(answer);
  };
}

/** Gives a search over the papers of the database, and another whenever they change. Nothing more after `fail`. */
function followPapers(use: (search: Search) => void, fail: (error: unknown) => void): { close: () => void } {
  const database = createDatabase();
  let subscription: Subscription | undefined;
  let isOver = false;
  const close = () => {
    isOver = true;
    subscription?.unsubscribe();
    database.close();
  };
  const end = (error: unknown) => {
    if (!isOver) fail(error);
  };
  const follow = (db: Database) => {
    if (isOver) return db.close();
    db.on("close", () => end(new Error("The database was closed.")));
    let [wanted, read] = ["", ""];
    let isReading = false;
    const readPapers = async () => {
      if (isReading) return;
      isReading = true;
      while (read !== wanted && !isOver) {
        read = wanted;
        const search = createSearch(await searchablePapers(db));
        if (!isOver) use(search);
      }
      isReading = false;
    };
    subscription = liveQuery(() => searchableStamp(db)).subscribe({
      next: (stamp) => {
        wanted = stamp;
        readPapers().catch(end);
      },
      error: end,
    });
  };
  openDatabase(database).then(follow).catch(end);
  return { close };
}
