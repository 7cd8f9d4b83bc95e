import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { readSubscription } from "../lib/feed/subscription.ts";
import { readKeyFile } from "../lib/headless/key-file.ts";
import { cpuMs } from "../test/cpu-ms.ts";
import { sampleData, sharedDataOr } from "../test/data.ts";
import { answer } from "./scout/answer.ts";
import { match } from "./scout/match.ts";
import { scout } from "./scout/scout.ts";

const INDEX = sampleData("index.json");
const NEXT = sampleData("next-index.json");

const folder = mkdtempSync(join(tmpdir(), "scout-"));
let written = 0;
afterAll(() => rmSync(folder, { recursive: true }));

it("ids tells what the sample holds", async () => {
  expect(await scout("ids", INDEX)).toEqual({
    file: INDEX,
    entries: 149,
    papers: 90,
    series: 76,
    frontier: 4344,
    byType: { issue: 35, paper: 90, editorial: 14, "standing-document": 8, draft: 2 },
    byPrefix: { CWG: 11, D: 8, EDIT: 14, EWG: 4, FS: 3, LEWG: 4, LWG: 13, N: 13, P: 69, SD: 8 },
    notIds: ["draft", "standard"],
    skipped: [{ key: "P4344R0", reason: "value is a string, not an object" }],
    repaired: [{ key: "P4344R1", reason: "subgroup is a list, not text" }],
  });
});

describe("diff", () => {
  it("tells the next day's news", async () => {
    const { added, filled, changed, ...rest } = await scout("diff", INDEX, NEXT);
    expect(added.map(({ id }: { id: string }) => id)).toEqual(["P2300R11", "P4345R0", "P4346R0", "P4347R0", "P4348R0", "P4350R0", "P4351R0"]);
    expect(added[1]).toEqual({ id: "P4345R0", title: "Contracts that cannot be proved", authors: ["Kurt Gödel"] });
    expect(filled).toMatchObject([{ id: "P4340R0", before: { authors: [], date: null }, after: { authors: ["Emmy Noether"], date: "2026-11-16" } }]);
    expect(changed).toEqual([
      { id: "P4322R0", fields: ["title"], before: { title: "Compound literals for simple people" }, after: { title: "Compound literals for everyone" } },
    ]);
    const events = { "paper-added": 7, "paper-filled": 1, "paper-changed": 1 };
    expect(rest).toEqual({ verdict: "news", vanished: [], returned: [], massChanges: [], newKinds: [], events });
  });

  it("has nothing to tell of an index and itself", async () => {
    const nothing = { added: [], filled: [], changed: [], vanished: [], returned: [], massChanges: [], newKinds: [], events: {} };
    expect(await scout("diff", INDEX, INDEX)).toEqual({ verdict: "news", ...nothing });
  });

  it("takes an index without its papers for an outage, and says what is missing", async () => {
    const { verdict, missing, vanished, events } = await scout("diff", INDEX, write('{"LWG77": {"title": "x"}}'));
    expect([verdict, missing, events]).toEqual(["sudden-loss", 90, {}]);
    expect(vanished).toHaveLength(90);
  });

  it("counts a mass change and a new kind once", async () => {
    const papers = (count: number, prefix: string, host: string) =>
      Array.from({ length: count }, (_, number) => [`${prefix}${1000 + number}`, { link: `${host}${number}` }]);
    const before = write(JSON.stringify(Object.fromEntries(papers(500, "N", "https://x.org/"))));
    const after = write(JSON.stringify(Object.fromEntries([...papers(500, "N", "https://y.org/"), ...papers(30, "D", "https://x.org/")])));
    expect(await scout("diff", before, after)).toMatchObject({
      massChanges: [{ field: "link", papers: 500 }],
      newKinds: [{ prefix: "D", papers: 30 }],
      events: { "mass-change": 1, "new-kind": 1 },
    });
  });
});

describe("match", () => {
  it("counts the papers of each watch and says why each is there", async () => {
    const { watches, matches } = await scout("match", "--index", NEXT, "--watch", "p2300r11", "author:Godel", "--watch", "title:executor");
    expect(watches).toEqual([
      { text: "p2300r11", watch: { kind: "paper", text: "P2300R11" }, papers: 1 },
      { text: "author:Godel", watch: { kind: "author", text: "Godel" }, papers: 6 },
      { text: "title:executor", watch: { kind: "title", text: "executor" }, papers: 1 },
    ]);
    expect(matches).toHaveLength(8);
    expect(matches.find(({ id }: { id: string }) => id === "P4345R0")).toEqual({
      id: "P4345R0",
      title: "Contracts that cannot be proved",
      authors: ["Kurt Gödel"],
      reasons: [{ kind: "author", watched: "Godel", found: "Kurt Gödel", text: "author Kurt Gödel (watched: Godel)" }],
    });
  });

  it("gives a paper once, with every reason", async () => {
    const { matches } = await scout("match", "--watch", "P0447", "LEWG", "author:Kurt Goedel", `--index=${INDEX}`);
    const paper = matches.filter(({ id }: { id: string }) => id === "P0447R4");
    expect(paper).toHaveLength(1);
    expect(paper[0].reasons.map(({ text }: { text: string }) => text)).toEqual(["P0447", "audience LEWG", "author Kurt Gödel (watched: Kurt Goedel)"]);
  });

  it("holds a paper against a rule", async () => {
    const { watches, matches } = await scout("match", "--index", NEXT, "--watch", "author:Godel -title:contracts");
    expect(watches).toEqual([{ text: "author:Godel -title:contracts", watch: { kind: "rule", text: "author:Godel -title:contracts" }, papers: 5 }]);
    expect(matches[0].reasons[0].text).toBe("rule: Kurt Gödel");
  });

  it("gives nothing for a watch that finds nothing", async () => {
    expect(await scout("match", "--index", INDEX, "--watch", "P9999")).toEqual({
      watches: [{ text: "P9999", watch: { kind: "paper", text: "P9999" }, papers: 0 }],
      matches: [],
    });
  });
});

it.each([[["help"]], [["--help"]], [["match", "--help"]]])("%j explains the verbs", async (args) => {
  const { stdout, stderr, code } = await answer(args);
  expect([stderr, code]).toEqual(["", 0]);
  for (const verb of ["ids FILE", "diff OLD NEW", "match --index FILE --watch TEXT", "plan --index FILE --today DAY", "classify --now TIME [HEADER]"])
    expect(stdout).toContain(verb);
});

it("key makes a key that nobody else can read, and says what to subscribe to", async () => {
  const file = join(folder, "scout.key");
  const { key, address } = await scout("key", file, "--url", "https://scout.example/x");
  expect(readSubscription(address)).toEqual({ ok: true, subscription: { folder: "https://scout.example/x/", keys: [key] } });
  expect((await readKeyFile(file)).key).toBe(key);
});

describe("bad input ends with 2 and one line that says what to do", () => {
  it.each<[name: string, args: string[], told: RegExp]>([
    ["no verb", [], /say what to do; the verbs are ids, .*match, .*and help/],
    ["an unknown verb", ["tell"], /no verb "tell"; the verbs are/],
    ["a verb that every object has", ["constructor"], /no verb "constructor"/],
    ["no file", ["ids"], /give FILE/],
    ["too many files", ["ids", INDEX, NEXT], /give FILE/],
    ["one file to compare", ["diff", INDEX], /give OLD and NEW/],
    ["an unknown option", ["ids", INDEX, "--loud"], /--loud.*help/],
    ["a file that is not there", ["ids", join(folder, "none.json")], /there is no file .*none\.json; give/],
    ["a folder", ["diff", INDEX, folder], /is a folder; give/],
    ["a path through a file", ["ids", join(INDEX, "x")], /cannot be read \(ENOTDIR\); give/],
    ["no JSON", ["ids", write("<html>")], /holds no JSON; give/],
    ["an empty file", ["ids", write("")], /holds no JSON/],
    ["a list", ["ids", write("[]")], /is JSON but no object; give/],
    ["null", ["ids", write("null")], /is JSON but no object/],
    ["no name for a key", ["key"], /give FILE, the name of a file that is not there yet/],
    ["a key that would be written over what is there", ["key", INDEX], /index\.json is there already and is left alone/],
    ["an address that is none", ["key", join(folder, "key"), "--url", "ftp://x"], /--url cannot be "ftp:\/\/x"; give the folder/],
    ["no index", ["match", "--watch", "P2300"], /--index FILE is missing; give/],
    ["no watch", ["match", "--index", INDEX], /--watch TEXT is missing; say/],
    ["a watch without text", ["match", "--index", INDEX, "--watch"], /--watch.*help/],
    ["an empty watch", ["match", "--index", INDEX, "--watch", " "], /a watch is empty; say/],
    ["a stray word", ["match", INDEX, "--watch", "P2300"], /belongs to no option; give the file after --index/],
    ["free text", ["match", "--index", INDEX, "--watch", "Kurt Gödel"], /write "author:Kurt Gödel" or "title:Kurt Gödel"/],
    ["free text after a good watch", ["match", "--index", INDEX, "--watch", "P2300", "executor"], /write "author:executor" or "title:executor"/],
    ["an issue", ["match", "--index", INDEX, "--watch", "LWG2300"], /"LWG2300" is an issue or a standing document; only papers/],
    ["a slip in a prefix", ["match", "--index", INDEX, "--watch", "autor:Gödel"], /"autor:" is no prefix.*did you mean author:/],
    ["a rule of what is not wanted", ["match", "--index", INDEX, "--watch=-LEWG"], /"-audience:LEWG" says only what must not be/],
    ["half an id", ["match", "--index", INDEX, "--watch", "P2300R"], /"P2300R" cannot be read as a paper; write/],
    ["an author without letters", ["match", "--index", INDEX, "--watch", "author:7"], /cannot be read as an author; write/],
    ["two audiences in one", ["match", "--index", INDEX, "--watch", "audience:LEWG, SG1"], /is 2 watches; give each/],
    ["a watch without end", ["match", "--index", INDEX, "--watch", "x".repeat(5000)], /^.{0,200}…" cannot be read as a title/],
  ])("%s", async (_name, args, told) => {
    const { stdout, stderr, code } = await answer(args);
    expect(stderr).toMatch(/^scout: .+\n$/);
    expect(stderr).toMatch(told);
    expect([stdout, code]).toEqual(["", 2]);
  });
});

it.each([
  [["ids", INDEX], 0],
  [["tell"], 2],
])("the command says the same as the function it calls: %j", async (args, code) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(import.meta.dirname, "scout.ts"), ...args], { encoding: "utf8" });
  expect({ stdout, stderr, code: status }).toEqual(await answer(args));
  expect(status).toBe(code);
});

it("reads a file that begins with a byte order mark", async () => {
  expect(await scout("ids", write('\ufeff{"P2300R10": {}}'))).toMatchObject({ papers: 1, frontier: 2300 });
});

it("is quick, on 30,000 entries where they are at hand", async () => {
  const large = sharedDataOr("index.json", "index-scale-30k.json");
  // A second; this is to notice a search that has become square.
  expect(cpuMs(() => expect(match(["--index", large, "--watch", "LEWG", "P2300", "author:Lee", "title:execut*"])).toHaveProperty("matches"))).toBeLessThan(
    10_000,
  );
});

function write(text: string): string {
  const file = join(folder, `${written++}.json`);
  writeFileSync(file, text);
  return file;
}
