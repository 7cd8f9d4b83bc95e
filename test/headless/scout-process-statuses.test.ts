import { readdirSync, readFileSync, rmSync } from "node:fs";
import { deserialize } from "node:v8";
import { zstdDecompressSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startWeb, type Web } from "../web/web.ts";
import { growingPapers } from "./growing-papers.ts";
import { issue, publishIssues } from "./sample-issues.ts";
import { scoutFolder } from "./scout-process.ts";

const TOKEN = "github_pat_that-nobody-may-see";
const HASH_AND_BEGINNING = 19 + 32;
const hour = (ago: number) => new Date(Date.now() - ago * 3_600_000).toISOString().replace(/\.\d+/, "");
const issues = [
  issue(1, "P3001 R5 Paper 3001", hour(2000), { labels: [{ name: "LEWG" }] }),
  issue(2, "P2300 R10 Another", hour(3), { state: "closed", state_reason: "completed", labels: [{ name: "plenary-approved" }] }),
  issue(3, "Agenda", hour(2)),
];
let web: Web;
let scout: Awaited<ReturnType<typeof scoutFolder>>;
const round = async (token: string | undefined) => {
  if (token !== undefined) process.env.PAPERSCOUT_GITHUB_TOKEN = token;
  const ended = await scout.round("--json");
  delete process.env.PAPERSCOUT_GITHUB_TOKEN;
  return ended;
};
const asked = () => web.arrivals.filter(({ url }) => new URL(url).host === "api.github.com");
const seriesOf = async () => (await scout.read())?.statuses.map(({ series }) => series);

beforeAll(async () => {
  web = await startWeb();
  growingPapers(web).grow();
  publishIssues(web, issues, TOKEN);
  scout = await scoutFolder(web);
});
afterAll(async () => {
  scout.remove();
  await web.close();
});

// Each goes on from what the one before has left.
describe("a scout", () => {
  it("without a token asks nobody where papers stand", async () => {
    expect((await round(undefined)).code).toBe(0);
    expect([asked(), await seriesOf(), web.refusals]).toEqual([[], [], []]);
  });

  it("with one publishes it beside the finds, and asks for it at that host alone", async () => {
    const { code, stdout } = await round(TOKEN);
    expect(code).toBe(0);
    expect((await scout.read())?.statuses).toEqual([
      { series: "P2300", at: Date.parse(issues[1]?.updated_at ?? ""), issue: 2, state: "closed", reason: "completed", labels: ["plenary-approved"] },
      { series: "P3001", at: Date.parse(issues[0]?.updated_at ?? ""), issue: 1, state: "open", labels: ["LEWG"] },
    ]);
    expect(stdout).toContain('"statuses":{"known":2');
    expect(new Set(web.arrivals.filter(({ headers }) => headers.authorization !== undefined).map(({ url }) => new URL(url).host))).toEqual(
      new Set(["api.github.com"]),
    );
  });

  it("writes the token nowhere: not into its state, what is served, or what it says", async () => {
    const { stdout, stderr } = await round(TOKEN);
    const rows = zstdDecompressSync(readFileSync(scout.path("state")).subarray(HASH_AND_BEGINNING));
    expect(deserialize(rows)).toHaveProperty("database.rows.state");
    const served = readdirSync(scout.path("served")).map((name) => readFileSync(scout.path(`served/${name}`), "latin1"));
    for (const text of [stdout, stderr, rows.toString("latin1"), ...served]) expect(text.includes("that-nobody-may-see")).toBe(false);
  });

  it("goes on with its finds where that host refuses it, and says so", async () => {
    web.answerHost("api.github.com", { status: 401, body: "{}" });
    const { code, stdout } = await round(TOKEN);
    web.answerHost("api.github.com", undefined);
    publishIssues(web, issues, TOKEN);
    expect([code, JSON.parse(readFileSync(scout.path("served/health.json"), "utf8"))]).toMatchObject([0, { statuses: { failures: 1, last: "refused" } }]);
    expect([stdout.includes("trouble"), await seriesOf()]).toEqual([false, ["P2300", "P3001"]]);
  });

  it("without a token and a state carries along what was published", async () => {
    rmSync(scout.path("state"));
    expect((await round(undefined)).code).toBe(0);
    expect(await seriesOf()).toEqual(["P2300", "P3001"]);
  });

  it("is refused a token that is none, which is not shown", async () => {
    expect(await round("to ken")).toMatchObject({ code: 2, stdout: "", stderr: expect.stringMatching(/^scout: PAPERSCOUT_GITHUB_TOKEN holds no token/) });
  });
});
