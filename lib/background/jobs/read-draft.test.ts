import "fake-indexeddb/auto";
import { describe, expect, it } from "vitest";
import { workOn } from "../../../test/engine/work-on.ts";
import { freshDatabase } from "../../../test/store/fresh-database.ts";
import { virtualClock } from "../../../test/work/virtual-clock.ts";
import type { ReadPage } from "../../first-page/first-page.ts";
import type { Draft } from "../../papers/draft.ts";
import type { LogRow } from "../../store/database/schema.ts";
import { writeSetting } from "../../store/lists/settings-store.ts";
import { addWatch } from "../../store/lists/watchlists.ts";
import { matcher } from "../../store/matches/matcher.ts";
import { DRAFT_HOST, PROBE_DRAFTS, READ_DRAFT } from "../../terms/work-names.ts";
import type { WorkDatabase } from "../../work/rows.ts";
import type { Hastener, RunningJob } from "../../work/work.ts";
import { NO_READER, readDraft } from "./read-draft.ts";

const NOON = Date.UTC(2026, 10, 22, 12);
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const WEEK = 7 * DAY;
const PDF = { extension: ".pdf", link: "https://isocpp.org/files/papers/D2300R11.pdf", foundAt: NOON };
const HTML = { extension: ".html", link: "https://isocpp.org/files/papers/D2300R11.html", foundAt: NOON };
const DRAFT: Draft = { id: "D2300R11", prefix: "D", number: 2300, revision: 11, files: [PDF], foundAt: NOON };
const PAGE = { title: "Senders", authors: ["Kurt Gödel"], audience: ["LEWG"], text: "Thanks to Ada Lovelace" };

/** A draft to be read, a host that answers so, one answer after the other, and a reader that finds these, a good page by default. */
async function reading(draft: Draft, answers: (() => Response)[], ...finds: ReadPage[]) {
  const clock = virtualClock(NOON);
  const db = await freshDatabase(clock.watch);
  await db.drafts.put(draft);
  const asked: string[] = [];
  const read: Uint8Array[] = [];
  const network = {
    async fetch(url: unknown, init?: RequestInit) {
      asked.push(`${init?.redirect} ${url}`);
      const answer = answers[Math.min(asked.length, answers.length) - 1];
      if (!answer) throw new TypeError("Failed to fetch");
      return answer();
    },
    isOnline: () => true,
  };
  const reader = async (bytes: Uint8Array) => {
    read.push(bytes);
    return finds[Math.min(read.length, finds.length) - 1] ?? ({ ok: true, page: PAGE } satisfies ReadPage);
  };
  const kinds = { [READ_DRAFT]: readDraft({ database: async () => db, network, read: reader }) };
  const work = workOn(db as unknown as WorkDatabase, clock, { kinds, configuration: { lanes: { [DRAFT_HOST]: { cap: 1, gapMs: 0 } } } });
  await work.engine.enqueue({ kind: READ_DRAFT, args: { id: draft.id } });
  await work.drain();
  while ((work.due.at ?? Number.POSITIVE_INFINITY) < NOON + DAY) await work.drainNext();
  return { db, asked, read, draft: await db.drafts.get(draft.id), events: (await db.log.toArray()) as LogRow[] };
}

const body = (text: string) => () => new Response(text, { headers: { "content-type": "text/html" } });
const status = (code: number) => () => new Response("no", { status: code });

describe("reading the first page of a draft", () => {
  it("keeps and logs what it says, and keeps its words for mentions", async () => {
    const { db, asked, draft, events } = await reading({ ...DRAFT, files: [HTML, PDF] }, [body("<p>Senders")]);
    expect(asked).toEqual([`manual ${HTML.link}`]);
    expect(draft).toMatchObject({ page: { title: "Senders", authors: ["Kurt Gödel"] } });
    expect(draft?.page).not.toHaveProperty("text");
    expect(events).toMatchObject([{ kind: "draft-read", paper: { id: "D2300R11", title: "Senders", authors: ["Kurt Gödel"], link: HTML.link } }]);
    expect(await db.draftTexts.toArray()).toEqual([{ id: "D2300R11", text: PAGE.text }]);
  });

  it("needs no feed any more to say that it is there", async () => {
    const { draft, events } = await reading({ ...DRAFT, claimedBy: "https://scout.example/", wanted: { at: NOON } }, [body("%PDF-")]);
    expect(draft).not.toHaveProperty("claimedBy");
    expect(draft).not.toHaveProperty("wanted");
    expect(events).toMatchObject([{ kind: "draft-read", draft: expect.not.objectContaining({ claimed: true }) }]);
  });

  it("keeps the abstract with the words, apart from the draft that every page reads", async () => {
    const { db, draft } = await reading({ ...DRAFT, files: [HTML] }, [body("<p>Senders")], { ok: true, page: { ...PAGE, abstract: "What it is." } });
    expect(await db.draftTexts.toArray()).toEqual([{ id: "D2300R11", text: PAGE.text, abstract: "What it is." }]);
    expect(draft?.page).not.toHaveProperty("abstract");
  });

  it("logs why it cannot be read, so that it is told by its number", async () => {
    const { draft, events } = await reading(DRAFT, [body("%PDF-")], { ok: false, problem: "encrypted" });
    expect(draft).toMatchObject({ unreadable: "encrypted" });
    expect(events).toMatchObject([{ kind: "draft-read", paper: { title: "" }, draft: { unreadable: "encrypted" } }]);
  });

  it("reads the other file where the first says nothing, and names the trouble of the first where neither does", async () => {
    const both = { ...DRAFT, files: [HTML, PDF] };
    const other = await reading(both, [body("<script>"), body("%PDF-")], { ok: false, problem: "no-text" }, { ok: true, page: PAGE });
    expect(other.asked).toEqual([`manual ${HTML.link}`, `manual ${PDF.link}`]);
    expect(other.draft).toMatchObject({ page: { title: "Senders" } });
    expect(other.draft).not.toHaveProperty("unreadable");
    expect(other.events).toHaveLength(1);
    const neither = await reading(both, [body("<script>"), body("%PDF-")], { ok: false, problem: "no-text" }, { ok: false, problem: "encrypted" });
    expect(neither.events).toMatchObject([{ kind: "draft-read", draft: { unreadable: "no-text" } }]);
    const lost = await reading(both, [status(404), body("%PDF-")]);
    expect(lost.draft).toMatchObject({ page: { title: "Senders" } });
  });

  it("says that it was interrupted where a page kills whoever reads it", async () => {
    const clock = virtualClock(NOON);
    const db = await freshDatabase(clock.watch);
    await db.drafts.put(DRAFT);
    const network = { fetch: async () => body("%PDF-")(), isOnline: () => true };
    const kill = new Error("killed");
    const kind = readDraft({ database: async () => db, network, read: () => Promise.reject(kill) });
    const job = {
      signal: new AbortController().signal,
      now: clock.now,
      isOver: () => false,
      send: (ask: (stop: AbortSignal) => unknown) => ask(new AbortController().signal),
    };
    for (const attempt of [1, 2, 3, 4]) {
      expect((await db.drafts.get(DRAFT.id))?.unreadable).toBeUndefined();
      await expect(kind.run({ id: DRAFT.id }, { ...job, id: 1, attempt } as unknown as RunningJob)).rejects.toBe(kill);
    }
    expect((await db.drafts.get(DRAFT.id))?.unreadable).toBe("interrupted");
  });

  it("keeps what was read before where the next version cannot be read", async () => {
    const { draft } = await reading({ ...DRAFT, page: PAGE }, [body("x")], { ok: false, problem: "broken" });
    expect(draft).toMatchObject({ page: { title: "Senders" }, unreadable: "broken" });
  });

  it("tries again after trouble of the host for as long as it lasts, an hour later at the latest, and is read once", async () => {
    const soon = await reading(DRAFT, [status(503), status(503), body("<p>Senders")]);
    expect(soon.asked).toHaveLength(3);
    expect(soon.events).toHaveLength(1);
    const never = await reading(DRAFT, [status(503)]);
    // After 1, 2, 4 … 60 minutes.
    expect(never.asked.length).toBeGreaterThanOrEqual(24);
    expect(never.asked.length).toBeLessThanOrEqual(31);
    expect(never.events).toEqual([]);
    expect(await never.db.jobs.toArray()).toMatchObject([{ state: "put-off", attempts: 0, error: { kind: "server-error" } }]);
  });

  it.each([
    [404, "not-found"],
    [403, "refused"],
  ])("does not try again what is answered with status %i", async (code, problem) => {
    const { asked, events } = await reading(DRAFT, [status(code)]);
    expect(asked).toHaveLength(1);
    expect(events).toMatchObject([{ draft: { unreadable: problem } }]);
  });

  it("reads the beginning of a document without end", async () => {
    const endless = () =>
      new Response(
        new ReadableStream({
          pull: (controller) => controller.enqueue(new Uint8Array(300_000)),
        }),
      );
    const { read, events } = await reading({ ...DRAFT, files: [HTML] }, [endless]);
    expect(read[0]?.byteLength).toBe(1_048_576);
    expect(events).toHaveLength(1);
  });

  it("reads what stands behind a style of megabytes, of which it keeps nothing, and ends where that has no end", async () => {
    const style = new TextEncoder().encode("x".repeat(300_000));
    const pieces = (times: number) => () => {
      let at = 0;
      return new Response(
        new ReadableStream({
          pull(controller) {
            controller.enqueue(
              at++ === 0 ? new TextEncoder().encode("<title>T</title><style>") : at <= times ? style : new TextEncoder().encode("</style><p>Senders"),
            );
            if (at > times) controller.close();
          },
        }),
      );
    };
    const long = await reading({ ...DRAFT, files: [HTML] }, [pieces(9)]);
    expect(new TextDecoder().decode(long.read[0])).toBe("<title>T</title><style></style><p>Senders");
    const endless = await reading({ ...DRAFT, files: [HTML] }, [pieces(Number.POSITIVE_INFINITY)]);
    expect(new TextDecoder().decode(endless.read[0])).toBe("<title>T</title><style>");
  });

  it("has nothing to do for a draft without a file", async () => {
    const { asked, events } = await reading({ ...DRAFT, files: [{ ...PDF, gone: true }] }, [body("x")]);
    expect([asked, events]).toEqual([[], []]);
  });
});

type Trouble = "offline" | "unreachable" | "cut-off" | "server-error" | "no-reader" | "switched-off";

/** A draft by a watched author, whose page cannot be had for so long for this trouble; the machine is woken so often at most. */
async function troubled(trouble: Trouble, forMs: number, stepMs: number) {
  const clock = virtualClock(NOON);
  const db = await freshDatabase(clock.watch);
  const list = await db.watchlists.add({ name: "x", mode: "notify" });
  await addWatch(db, list, { kind: "author", text: "Gödel" }, 0);
  await db.drafts.put(DRAFT);
  const isOver = () => clock.now() >= NOON + forMs;
  const asked: number[] = [];
  const network = {
    async fetch() {
      asked.push(clock.now() - NOON);
      if (isOver() || trouble === "no-reader" || trouble === "switched-off") return new Response("%PDF-");
      if (trouble === "server-error") return new Response("no", { status: 500 });
      if (trouble === "cut-off") return new Response(new ReadableStream({ start: (controller) => controller.error(new Error("cut")) }));
      throw new TypeError("Failed to fetch");
    },
    isOnline: () => trouble !== "offline" || isOver(),
  };
  const read = async (): Promise<ReadPage> => (trouble === "no-reader" && !isOver() ? { ok: false, problem: NO_READER } : { ok: true, page: PAGE });
  const kinds = { [READ_DRAFT]: readDraft({ database: async () => db, network, read }) };
  const work = workOn(db as unknown as WorkDatabase, clock, {
    kinds,
    listeners: { matcher: matcher() },
    configuration: { lanes: { [DRAFT_HOST]: { cap: 1, gapMs: 1_000 } } },
  });
  if (trouble === "switched-off") await writeSetting(db, "drafts", false);
  await work.engine.enqueue({ kind: READ_DRAFT, args: { id: DRAFT.id }, key: `read ${DRAFT.id}` });
  await work.drain();
  const runUntil = async (end: number) => {
    while ((work.due.at ?? Number.POSITIVE_INFINITY) <= end) {
      clock.set(Math.max(clock.now(), Math.min(clock.now() + stepMs, end)));
      await work.drainNext();
    }
    clock.set(end);
  };
  await runUntil(NOON + forMs - 1);
  if (trouble === "switched-off") await writeSetting(db, "drafts", true);
  return { db, clock, asked, work, runUntil };
}

describe.each<[what: string, trouble: Trouble, longest: number]>([
  ["the machine is offline", "offline", 5 * MINUTE],
  ["the host does not answer", "unreachable", 5 * MINUTE],
  ["what the host sends breaks off", "cut-off", HOUR],
  ["the host has trouble of its own", "server-error", HOUR],
  ["what reads documents cannot be loaded", "no-reader", 5 * MINUTE],
  ["drafts are switched off", "switched-off", 5 * MINUTE],
])("a first page that cannot be had while %s", (_, trouble, longest) => {
  it.each([
    ["5 minutes", 5 * MINUTE, 0],
    ["a day", DAY, HOUR],
    ["a week", WEEK, 6 * HOUR],
  ])("for %s is read afterwards, and tells who waits for its author", async (_, forMs, stepMs) => {
    const { db, asked, runUntil } = await troubled(trouble, forMs, stepMs);
    if (trouble === "switched-off") expect(asked).toEqual([]);
    expect(await db.matches.count()).toBe(0);
    expect(await db.drafts.get(DRAFT.id)).not.toHaveProperty("unreadable");
    await runUntil(NOON + forMs + longest + MINUTE);
    expect((await db.drafts.get(DRAFT.id))?.page).toMatchObject({ authors: ["Kurt Gödel"] });
    expect(await db.matches.toArray()).toMatchObject([{ id: DRAFT.id }]);
    expect(await db.jobs.where({ state: "failed" }).count()).toBe(0);
  });
});

it.each<[trouble: Trouble, by: Hastener]>([
  ["offline", "network"],
  ["unreachable", "network"],
  ["cut-off", "network"],
  ["server-error", "person"],
  ["no-reader", "start"],
])("a first page that could not be had (%s) is read at once where that is told to be over (%s)", async (trouble, by) => {
  const { db, clock, work } = await troubled(trouble, HOUR, 0);
  clock.set(NOON + HOUR);
  expect(await db.matches.count()).toBe(0);
  await work.pass(work.engine.hasten(by));
  if (by === "person") await work.pass(work.engine.askNow(DRAFT_HOST, PROBE_DRAFTS));
  await work.drain();
  expect(await db.matches.toArray()).toMatchObject([{ id: DRAFT.id }]);
  expect(clock.now() - NOON - HOUR).toBeLessThan(MINUTE);
});

it("a page whose reading was cut short by the end of the slice is no page that cannot be read", async () => {
  const clock = virtualClock(NOON);
  const db = await freshDatabase(clock.watch);
  await db.drafts.put(DRAFT);
  let reads = 0;
  const read = async (_bytes: unknown, _type: string, signal: AbortSignal): Promise<ReadPage> => {
    if (reads++ > 0) return { ok: true, page: PAGE };
    await new Promise((resolve) => signal.addEventListener("abort", resolve));
    return { ok: false, problem: "took-too-long" };
  };
  const network = { fetch: async () => body("%PDF-")(), isOnline: () => true };
  const kinds = { [READ_DRAFT]: readDraft({ database: async () => db, network, read }) };
  const work = workOn(db as unknown as WorkDatabase, clock, { kinds, configuration: { lanes: { [DRAFT_HOST]: { cap: 1, gapMs: 0 } } } });
  await work.engine.enqueue({ kind: READ_DRAFT, args: { id: DRAFT.id } });
  await work.drain();
  while (work.due.at !== undefined) await work.drainNext();
  expect(await db.drafts.get(DRAFT.id)).toMatchObject({ page: { title: "Senders" } });
  expect(await db.drafts.get(DRAFT.id)).not.toHaveProperty("unreadable");
  expect(await db.jobs.toArray()).toMatchObject([{ state: "done", attempts: 1, claims: 2 }]);
});
