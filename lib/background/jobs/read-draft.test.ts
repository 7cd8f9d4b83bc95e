import "fake-indexeddb/auto";
import { describe, expect, it } from "vitest";
import { workOn } from "../../../test/engine/work-on.ts";
import { freshDatabase } from "../../../test/store/fresh-database.ts";
import { virtualClock } from "../../../test/work/virtual-clock.ts";
import type { ReadPage } from "../../first-page/first-page.ts";
import type { Draft } from "../../papers/draft.ts";
import type { LogRow } from "../../store/database/schema.ts";
import { DRAFT_HOST, READ_DRAFT } from "../../terms/work-names.ts";
import type { WorkDatabase } from "../../work/rows.ts";
import type { RunningJob } from "../../work/work.ts";
import { readDraft } from "./read-draft.ts";

const NOON = Date.UTC(2026, 10, 22, 12);
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
  while (work.due.at !== undefined) await work.drainNext();
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

  it("tries again after trouble of the host, and says so in the end", async () => {
    const later = await reading(DRAFT, [status(503), status(503), body("<p>Senders")]);
    expect(later.asked).toHaveLength(3);
    expect(later.events).toHaveLength(1);
    const never = await reading(DRAFT, [status(503)]);
    expect(never.asked).toHaveLength(4);
    expect(never.events).toMatchObject([{ kind: "draft-read", draft: { unreadable: "server-error" } }]);
  });

  it("does not try again what is not there", async () => {
    const { asked, events } = await reading(DRAFT, [status(404)]);
    expect(asked).toHaveLength(1);
    expect(events).toMatchObject([{ draft: { unreadable: "not-found" } }]);
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

  it("has nothing to do for a draft without a file", async () => {
    const { asked, events } = await reading({ ...DRAFT, files: [{ ...PDF, gone: true }] }, [body("x")]);
    expect([asked, events]).toEqual([[], []]);
  });
});
