import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { setTimeout } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startWeb, type Web } from "../web/web.ts";
import { growingPapers } from "./growing-papers.ts";
import { killScouts } from "./kill-scouts.ts";
import { scoutFolder } from "./scout-process.ts";

let web: Web;
let scout: Awaited<ReturnType<typeof scoutFolder>>;
let papers: ReturnType<typeof growingPapers>;
beforeAll(async () => {
  web = await startWeb();
  papers = growingPapers(web);
  scout = await scoutFolder(web);
  papers.grow();
  papers.grow();
});
afterAll(async () => {
  scout.remove();
  await web.close();
});
const idsOf = async () => (await scout.read())?.drafts.map(({ id }) => id);

// Each goes on from what the one before has left.
describe("a scout", () => {
  it("publishes what it finds, first what is there when it first looks", async () => {
    expect(await scout.round()).toMatchObject({ code: 0, stderr: "" });
    const served = await scout.read();
    expect(served?.drafts).toMatchObject(
      papers.ids().map((id) => ({ id, found: { baseline: true }, page: { title: `Rings, part ${id.slice(1, 5)}`, authors: ["Emmy Noether"] } })),
    );
    expect(JSON.parse(readFileSync(scout.path("served/health.json"), "utf8"))).toMatchObject({
      drafts: 2,
      index: { failures: 0 },
      rounds: { failures: 0, last: "good" },
    });
  });

  it("goes on where it was, and tells a draft that comes as news, with its page", async () => {
    const before = await scout.read();
    web.forgetArrivals();
    papers.grow();
    const { code, stdout } = await scout.round("--json");
    const lines = stdout
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect([code, lines[0], lines.at(-1)]).toMatchObject([0, { kind: "begun", drafts: 2, at: expect.any(Number) }, { kind: "published", drafts: 3 }]);
    const served = await scout.read(before?.payload);
    expect(served?.drafts.map(({ id }) => id)).toEqual(papers.ids());
    expect(served?.drafts.find(({ id }) => id === papers.ids().at(-1))).toMatchObject({
      found: { at: expect.any(Number) },
      page: { title: "Rings, part 3003" },
    });
    expect(readFileSync(scout.path("served/feed.xml"), "utf8")).toContain("D3003R6: Rings, part 3003");
    // What it knew is not asked for again: that was minutes ago.
    expect(web.arrivals.filter(({ url }) => url.includes("D3001R6.html"))).toEqual([]);
  });

  it("says what it does, for people and for programs", async () => {
    expect((await scout.round("--url", "https://scout.example/x")).stdout.split("\n")).toEqual([
      `subscribe to https://scout.example/x/#ed25519=${scout.key}`,
      expect.stringMatching(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d {2}begins, with 3 drafts known$/),
      expect.stringMatching(/ {2}published no\. \d+: 3 drafts; index unchanged, round for drafts good$/),
      "",
    ]);
  });

  it("asks nobody but the double", () => expect(web.refusals).toEqual([]));

  it("told to stop ends with what it has learnt, and publishes", async () => {
    papers.grow();
    const { process, ended } = scout.start("--serve", "0");
    // The server and the lock are there; another has to do without the state.
    while (!existsSync(scout.path("state.lock"))) await setTimeout(20);
    const other = await scout.round();
    expect(other).toMatchObject({ code: 3, stderr: expect.stringContaining(`another scout (process ${process.pid}) has`) });
    await setTimeout(1500);
    process.kill("SIGTERM");
    expect((await ended).code).toBe(0);
    expect(existsSync(scout.path("state.lock"))).toBe(false);
    expect(await idsOf()).toEqual(expect.arrayContaining(papers.ids().slice(0, 3)));
  });

  it("whose host is in trouble says so, and what was published stays", async () => {
    const before = await idsOf();
    web.answerHost("isocpp.org", { status: 503 });
    web.answerHost("wg21.link", { status: 503 });
    expect((await scout.round()).code).toBe(4);
    web.answerHost("isocpp.org", undefined);
    web.answerHost("wg21.link", undefined);
    expect(await idsOf()).toEqual(before);
  });

  it("whose state is damaged keeps it aside, says so and goes on from what is published", async () => {
    const before = await scout.read();
    writeFileSync(scout.path("state"), readFileSync(scout.path("state")).subarray(0, 500));
    const { code, stdout } = await scout.round();
    expect([code, stdout]).toEqual([0, expect.stringMatching(/the state was damaged and is kept as \S+damaged\S+; \d drafts were taken back/)]);
    const after = await scout.read(before?.payload);
    for (const { id, found, page } of before?.drafts ?? []) expect(after?.drafts.find((draft) => draft.id === id)).toMatchObject({ found, page });
    expect(readdirSync(scout.path(".")).filter((name) => name.includes("damaged"))).toHaveLength(1);
  });

  it("that has lost its state tells a draft that comes then as news, also to those who read the feed before", async () => {
    const before = await scout.read();
    rmSync(scout.path("state"));
    papers.grow();
    expect(await scout.round()).toMatchObject({ code: 0 });
    const id = papers.ids().at(-1);
    const fact = (await scout.readNews(before?.head.at))?.find((draft) => draft.id === id);
    expect(fact).toBeDefined();
    expect(fact?.found).not.toHaveProperty("baseline");
  });

  it("that has no room says so; state and feed stay as they were, and it goes on when there is some", async () => {
    const [before, state] = [await scout.read(), readFileSync(scout.path("state"))];
    papers.grow();
    expect(await scout.roundWithoutRoom()).toMatchObject({ code: 5, stdout: expect.stringMatching(/cannot go on as it should: EFBIG/) });
    expect([(await scout.read())?.payload, readFileSync(scout.path("state"))]).toEqual([before?.payload, state]);
    expect((await scout.round()).code).toBe(0);
    expect(await idsOf()).toEqual(papers.ids());
  });

  it("whose state cannot be read is refused, and what was published stays", async () => {
    rmSync(scout.path("state"), { force: true });
    mkdirSync(scout.path("state"));
    expect(await scout.round()).toMatchObject({ code: 2, stderr: expect.stringMatching(/^scout: the state \S+ cannot be read \(EISDIR\)/) });
    expect((await scout.read())?.drafts.length).toBeGreaterThan(0);
  });

  it("is refused a key that others can read", async () => {
    chmodSync(scout.path("key"), 0o644);
    expect(await scout.round()).toMatchObject({
      code: 2,
      stdout: "",
      stderr: expect.stringMatching(/^scout: the key \S+ can be read by others; say chmod 600/),
    });
    chmodSync(scout.path("key"), 0o600);
  });
});

/** A dozen processes begin, one after the other, each of which reads the whole index. */
const KILLS_MS = 10 * 60_000;

it(
  "scouts that are killed at any moment lose nothing, double nothing, and leave a head that is valid",
  async () => {
    expect(await killScouts(web, { kills: 4, seed: 7 })).toMatchObject({ kills: 4, lost: [], doubled: [], refused: [] });
  },
  KILLS_MS,
);
