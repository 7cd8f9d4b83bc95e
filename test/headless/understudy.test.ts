import { spawnSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, describe, expect, it } from "vitest";

const WORKFLOW = readFileSync(resolve(import.meta.dirname, "../../docs/publishing/scout.yml"), "utf8");
const folder = mkdtempSync(join(tmpdir(), "understudy-"));
afterAll(() => rmSync(folder, { recursive: true }));
let runs = 0;

/** The commands of the step that publishes, as the workflow's shell gets them. */
const STEP = WORKFLOW.split("- if:")
  .find((step) => step.includes("npm ci"))
  ?.match(/run: \|\n((?: {10}.*\n)+)/)?.[1]
  ?.replaceAll(/^ {10}/gm, "");

const HASH = "0123456789abcdef".repeat(4);
const headOf = (seq: number) =>
  JSON.stringify({
    payload: JSON.stringify({
      seq,
      parts: [
        { since: 5, sha256: "f".repeat(64) },
        { since: 0, sha256: HASH },
      ],
    }),
  });
const HEAD = headOf(7);
const PART = `facts-${HASH.slice(0, 16)}.json`;
const SERVED = { "head.json": HEAD, [PART]: "{}" };

/** Runs it where these hosts have these files, or answer that status, or nothing at all (0); what the scout was called with, and found in its folder. */
function understudy(hosts: { feed: Record<string, string> | number; mirror?: Record<string, string> | number }, state?: string) {
  const at = join(folder, String(runs++));
  for (const name of ["bin", "web", "tmp"]) mkdirSync(join(at, name), { recursive: true });
  for (const [host, files] of Object.entries(hosts)) {
    if (typeof files === "number") writeFileSync(join(at, "web", `${host}.status`), String(files).padStart(3, "0"));
    else for (const [name, content] of Object.entries(files)) writeFileSync(join(at, "web", `${host}.${name}`), content);
  }
  if (state !== undefined) writeFileSync(join(at, "scout.state"), state);
  const command = (name: string, ...lines: string[]) => {
    writeFileSync(join(at, "bin", name), ["#!/bin/bash", ...lines, ""].join("\n"));
    chmodSync(join(at, "bin", name), 0o755);
  };
  command("npm");
  command("node", `echo "$@" > ${at}/called; ls served > ${at}/given; cat served/head.json > ${at}/head 2>/dev/null || true`);
  command(
    "curl",
    'isStrict=; out=; for word in "$@"; do case $word in -fsS) isStrict=1 ;; got/*) out=$word ;; https://*) url=$word ;; esac; done',
    `host=$(basename "$(dirname "$url")"); file=${at}/web/$host.$(basename "$url")`,
    `if [ -e ${at}/web/$host.status ]; then status=$(cat ${at}/web/$host.status); elif [ -e "$file" ]; then status=200; cp "$file" "$out"; else status=404; fi`,
    'if [ "$status" = 000 ]; then [ -n "$isStrict" ] || echo -n 000; exit 7; fi',
    '[ "$status" = 200 ] || echo "no" > "$out"',
    'if [ -n "$isStrict" ]; then [ "$status" = 200 ]; else echo -n "$status"; fi',
  );
  const MIRROR_URL = hosts.mirror === undefined ? "" : "https://host.example/mirror";
  const env = { PATH: `${at}/bin:${process.env.PATH}`, RUNNER_TEMP: `${at}/tmp`, SCOUT_KEY: "key", FEED_URL: "https://host.example/feed", MIRROR_URL };
  const { status } = spawnSync("bash", ["--noprofile", "--norc", "-eo", "pipefail", "-c", STEP ?? "exit 99"], { cwd: at, env });
  const called = existsSync(join(at, "called")) ? readFileSync(join(at, "called"), "utf8") : "";
  const head = existsSync(join(at, "head")) ? readFileSync(join(at, "head"), "utf8") : "";
  return { status, called, head, given: called === "" ? [] : readdirSync(join(at, "served")).toSorted() };
}

// The workflow's machine has it; not everybody's.
describe.skipIf(spawnSync("jq", ["--version"]).error !== undefined)("the understudy publishes", () => {
  const all = [PART, "head.json"].toSorted();
  it.each<[string, Parameters<typeof understudy>, string[]]>([
    ["from the feed where that is there", [{ feed: SERVED, mirror: 500 }], all],
    ["from its mirror where the feed's host is down", [{ feed: 0, mirror: SERVED }], all],
    ["from its mirror where the feed's host is in trouble", [{ feed: 503, mirror: SERVED }], all],
    ["from its mirror where the feed lacks its part", [{ feed: { "head.json": HEAD }, mirror: SERVED }], all],
    ["from the state of its last run where there is neither", [{ feed: 0, mirror: 404 }, "state"], []],
    ["for the first time where there is no feed yet", [{ feed: 404 }], []],
  ])("%s", (_, given, files) => {
    const run = understudy(...given);
    expect(run).toMatchObject({ status: 0, given: files });
    expect(run.called).toContain("publish --once --live");
    expect(run.called.includes("--mirror https://host.example/mirror/")).toBe(given[0].mirror !== undefined);
  });

  it("what the mirror has where the feed's host serves something older", () => {
    const newer = headOf(9);
    expect(understudy({ feed: SERVED, mirror: { ...SERVED, "head.json": newer } }).head).toBe(newer);
    expect(understudy({ feed: { ...SERVED, "head.json": newer }, mirror: SERVED }).head).toBe(newer);
  });

  it("nothing where neither feed, mirror nor state can be read: it would lose what is published", () => {
    expect(understudy({ feed: 0, mirror: 503 })).toMatchObject({ status: 1, called: "", given: [] });
  });
});
