import "fake-indexeddb/auto";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { shelfText } from "../../lib/papers/index/shelf-lines.ts";
import { createDatabase, type Database } from "../../lib/store/database/database.ts";
import { until } from "../../test/browser/driving/until.ts";
import type { SearchAnswer } from "./search-messages.ts";
import { startSearch } from "./start-search.ts";

describe("the search of a page", () => {
  let db: Database;
  let answers: SearchAnswer[];
  const found = () => answers.map(({ query, hits }) => `${query}: ${hits?.map(({ series }) => series).join(" ")}`);
  const waitFor = (text: string) =>
    until(
      text,
      async () => found(),
      (all) => all.includes(text),
    );

  /** As a refresh would leave it. */
  const writeIndex = (titles: Record<string, string>, changedAt: number) =>
    db.transaction("rw", db.shelves, db.state, async () => {
      await db.shelves.put({ key: "P0", text: shelfText(Object.entries(titles).map(([id, title]) => [id, { title }])) });
      await db.state.put({ name: "index", shelves: {}, papersByPrefix: {}, papers: 0, skipped: 0, baselineAt: 1, changedAt });
    });

  beforeEach(async () => {
    answers = [];
    db = createDatabase();
    await db.delete();
    await db.open();
    await writeIndex({ P1R0: "ranges", P2R0: "views" }, 1);
  });
  afterEach(() => db.delete());

  it("answers from the database, and of the questions that wait only the last", async () => {
    const ask = startSearch((answer) => answers.push(answer));
    for (const query of ["r", "ra", "ran"]) ask({ asker: 1, query, limit: 5 });
    ask({ asker: 2, query: "views", limit: 5 });
    await waitFor("views: P0002");
    expect(found()).toEqual(["ran: P0001", "views: P0002"]);
    ask({ asker: 1, query: "v", limit: 5 });
    ask({ asker: 1, query: "", limit: 0 });
    ask({ asker: 2, query: "ranges", limit: 5 });
    await waitFor("ranges: P0001");
    expect(found()).toHaveLength(3);
  });

  it("gives every hit where that is asked for, with what was looked for", async () => {
    const ask = startSearch((answer) => answers.push(answer));
    await writeIndex(Object.fromEntries(Array.from({ length: 1_500 }, (_, place) => [`P${1_000 + place}R0`, "ranges"])), 1);
    ask({ asker: 1, query: "rangse", limit: "every" });
    const [answer] = await until(
      "an answer",
      async () => answers,
      ([answer]) => answer !== undefined,
    );
    expect(answer?.every?.series).toHaveLength(1_500);
    expect(answer?.every?.series[0]).toBe("P2499");
    expect([...(answer?.every?.sought.typos[0]?.keys() ?? [])]).toEqual(["ranges"]);
    expect(answer?.hits).toBeUndefined();
  });

  it("answers again when the index has changed, to those who still ask", async () => {
    const ask = startSearch((answer) => answers.push(answer));
    ask({ asker: 1, query: "ranges", limit: 5 });
    ask({ asker: 2, query: "views", limit: 5 });
    await waitFor("views: P0002");
    ask({ asker: 2, query: "", limit: 0 });
    await writeIndex({ P1R0: "ranges", P2R0: "views", P3R0: "ranges again" }, 2);
    await waitFor("ranges: P0001 P0003");
    expect(found().filter((text) => text.startsWith("views"))).toHaveLength(1);
  });

  it("says that the database was closed, and reads it anew at the next question", async () => {
    const ask = startSearch((answer) => answers.push(answer));
    ask({ asker: 1, query: "ranges", limit: 5 });
    await waitFor("ranges: P0001");
    // As the recovery screen does: every other connection has to give way.
    await db.delete();
    await until(
      "a failure",
      async () => answers.at(-1),
      (last) => last?.failed !== undefined,
    );
    db = createDatabase();
    await db.open();
    await writeIndex({ P7R0: "ranges" }, 3);
    ask({ asker: 1, query: "range", limit: 5 });
    await waitFor("range: P0007");
  });
});
