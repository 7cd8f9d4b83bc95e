import { describe, expect, it } from "vitest";
import { START, telling } from "../../test/notify/telling.ts";
import { found } from "../../test/store/found-match.ts";
import type { Database } from "../store/database/database.ts";
import { newProbing } from "../store/drafts/probing-cycle.ts";
import { writeSetting } from "../store/lists/settings-store.ts";
import type { Match } from "../watch/matching/match.ts";
import { TELL } from "./tell-matches.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

const draft = (id: string, rest: Partial<Match> = {}) => found(id, { kind: "draft-found", draft: { version: "1" }, heldUntil: START + 10 * MINUTE, ...rest });

/** A cycle of asking for drafts is under way since then. */
async function cycleSince(db: Database, startedAt: number): Promise<void> {
  const counts = { planned: 0, asked: 0, present: 0, absent: 0, notTheFile: 0, troubles: 0, found: 0 };
  await db.state.put({ ...newProbing(startedAt, 0), running: { ...counts, startedAt } });
}

describe("the rest between two notifications", () => {
  it("puts off the second, which then tells of all that came meanwhile", async () => {
    const { work, clock, titles, find, untold } = await telling();
    await find(found("P1R0"));
    await find(found("P2R0"));
    await find(found("P3R0"));
    expect(titles()).toEqual(["A paper you watch: P1R0"]);
    expect(work.due.at).toBe(START + 10 * MINUTE);
    await work.drainNext();
    expect(titles()).toEqual(["A paper you watch: P1R0", "2 papers you watch"]);
    expect(await untold()).toBe(0);
    expect(clock.now()).toBe(START + 10 * MINUTE);
  });

  it("is not disturbed by what may be told sooner", async () => {
    const { work, titles, find } = await telling();
    await find(found("P1R0"), draft("D2R0", { heldUntil: START + 2 * MINUTE }));
    expect(titles()).toHaveLength(1);
    expect(work.due.at).toBe(START + 10 * MINUTE);
  });

  it("is as long as the person wants", async () => {
    const { db, work, titles, find, wait } = await telling();
    await writeSetting(db, "minutesBetweenNotifications", 60);
    await find(found("P1R0"));
    await wait(59 * MINUTE);
    await find(found("P2R0"));
    expect(titles()).toHaveLength(1);
    await work.drainNext();
    expect(titles()).toHaveLength(2);
  });

  it("is kept though what was told is untold again, or gone", async () => {
    const { db, work, titles, find } = await telling();
    await writeSetting(db, "minutesBetweenNotifications", 1440);
    await find(draft("D1R0", { heldUntil: 0 }));
    await find(draft("D1R0", { kind: "draft-changed", draft: { version: "2" }, heldUntil: 0 }));
    expect(titles()).toHaveLength(1);
    await db.matches.clear();
    await find(found("P2R0"));
    // No job waits for so long: it looks now and then, and waits on.
    while ((work.due.at ?? Number.POSITIVE_INFINITY) < START + 24 * HOUR) await work.drainNext();
    expect(titles()).toHaveLength(1);
    expect(work.due.at).toBe(START + 24 * HOUR);
    await work.drainNext();
    expect(titles()).toHaveLength(2);
  });

  it("does not outlast a clock that is set back", async () => {
    const { clock, titles, find } = await telling();
    await find(found("P1R0"));
    clock.set(START - 100 * HOUR);
    await find(found("P2R0"));
    expect(titles()).toHaveLength(2);
  });
});

describe("quiet hours", () => {
  it("hold back all, and one notification tells of it when they end", async () => {
    const { db, clock, work, titles, state, find } = await telling();
    await writeSetting(db, "quietHours", true);
    clock.set(new Date(2026, 10, 22, 22, 30).getTime());
    await find(found("P1R0"));
    clock.set(new Date(2026, 10, 23, 3).getTime());
    await find(found("P2R0"), found("P3R0"));
    expect(state).toMatchObject({ shows: 0, badges: 2 });
    expect(work.due.at).toBe(new Date(2026, 10, 23, 7).getTime());
    await work.drainNext();
    expect(titles()).toEqual(["3 papers you watch"]);
  });
});

describe("a notification that was named before the quiet hours", () => {
  it("and could not be shown then is shown when they have ended", async () => {
    const { db, clock, work, titles, state, find, untold } = await telling();
    await writeSetting(db, "quietHours", true);
    clock.set(new Date(2026, 10, 22, 21, 59, 55).getTime());
    state.dies = "before";
    await find(found("P1R0"));
    state.dies = undefined;
    clock.set(new Date(2026, 10, 22, 23, 30).getTime());
    await work.drain();
    expect([state.shows, await untold()]).toEqual([0, 1]);
    while ((work.due.at ?? Number.POSITIVE_INFINITY) < new Date(2026, 10, 23, 7).getTime()) await work.drainNext();
    expect([state.shows, await untold()]).toEqual([0, 1]);
    expect(work.due.at).toBe(new Date(2026, 10, 23, 7).getTime());
    await work.drainNext();
    expect(titles()).toEqual(["A paper you watch: P1R0"]);
    expect(await untold()).toBe(0);
  });

  it("and is on the screen counts as shown, though they have begun", async () => {
    const { db, clock, shown, state, find, work, untold } = await telling();
    await writeSetting(db, "quietHours", true);
    clock.set(new Date(2026, 10, 22, 21, 59, 59).getTime());
    state.dies = "after";
    await find(found("P1R0"));
    clock.set(new Date(2026, 10, 22, 23, 30).getTime());
    await work.drain();
    expect([state.shows, shown.size, await untold()]).toEqual([1, 1, 0]);
  });
});

describe("a new draft", () => {
  it("is told when its first page was read, and not before", async () => {
    const { db, titles, find, wait } = await telling();
    await find(draft("D1R0"));
    await wait(2 * MINUTE);
    expect(titles()).toEqual([]);
    const { heldUntil: _, ...read } = draft("D1R0");
    await find({ ...read, paper: { ...read.paper, authors: ["Emmy Noether"] } });
    expect(titles()).toHaveLength(1);
    expect(await db.matches.get("D1R0")).toMatchObject({ notifiedAt: START + 2 * MINUTE });
  });

  it("is told after ten minutes though nobody read its page, and holds nothing else back", async () => {
    const { work, titles, find, wait } = await telling();
    await find(draft("D1R0"), found("P2R0"));
    expect(titles()).toEqual(["A paper you watch: P2R0"]);
    await wait(9 * MINUTE);
    expect(titles()).toHaveLength(1);
    expect(work.due.at).toBe(START + 10 * MINUTE);
    await work.drainNext();
    expect(titles()).toHaveLength(2);
  });

  it("of a running cycle waits for the cycle's end, to share a notification with the others", async () => {
    const { db, work, titles, find } = await telling();
    await cycleSince(db, START - MINUTE);
    await find(draft("D1R0", { heldUntil: 0 }), found("P9R0"));
    await find(draft("D2R0", { heldUntil: 0 }));
    expect(titles()).toEqual(["A paper you watch: P9R0"]);
    await db.state.put(newProbing(START, 0));
    await work.pass(work.engine.enqueue({ kind: TELL, key: TELL }));
    await work.drain();
    expect(work.due.at).toBe(START + 10 * MINUTE);
    await work.drainNext();
    expect(titles()).toHaveLength(2);
    const [one, other] = await db.matches.where("id").startsWith("D").toArray();
    expect(one?.notification).toBe(other?.notification);
  });

  it("of a cycle that never ends waits half an hour", async () => {
    const { db, work, titles, find } = await telling();
    await cycleSince(db, START - MINUTE);
    await find(draft("D1R0", { heldUntil: 0 }));
    expect(work.due.at).toBe(START + 29 * MINUTE);
    await work.drainNext();
    expect(titles()).toHaveLength(1);
  });
});

describe("a draft that has changed", () => {
  it("is shown though what was told of it is still on the screen, once for each change", async () => {
    const { db, shown, find, wait } = await telling();
    const changed = (version: string) => draft("D1R0", { kind: "draft-changed", draft: { version }, heldUntil: 0 });
    await find(draft("D1R0", { heldUntil: 0 }));
    await wait(HOUR);
    await find(changed("2"));
    expect(shown.size).toBe(2);
    await wait(HOUR);
    await find(changed("3"));
    expect(shown.size).toBe(3);
    expect(await db.effects.where("key").startsWith("told:").primaryKeys()).toEqual(["told:D1R0", "told:D1R0@2", "told:D1R0@3"]);
  });

  it("while it was being shown is untold still", async () => {
    const { db, state, shown, work, find, untold } = await telling();
    state.meanwhile = () => db.matches.put(draft("D1R0", { kind: "draft-changed", draft: { version: "2" }, heldUntil: 0 }));
    await find(draft("D1R0", { heldUntil: 0 }));
    expect(await untold()).toBe(1);
    state.meanwhile = async () => {};
    await work.pass(work.engine.enqueue({ kind: TELL, key: TELL }));
    await work.drain();
    await work.drainNext();
    expect(shown.size).toBe(2);
    expect(await untold()).toBe(0);
  });
});
