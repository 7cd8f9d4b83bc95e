import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { newCursor } from "../../work/listeners/new-cursor.ts";
import type { JobRow } from "../../work/rows.ts";
import type { CheckState, IndexState } from "../database/state-rows.ts";
import { diagnosticsText } from "./diagnostics.ts";
import type { HeardCursor, WorkOverview } from "./read-work.ts";

const NOW = 1_800_000_000_000;
const AT = new Date(NOW).toISOString();

/** Work in which `secret` stands wherever something of the person's may come to stand. */
function workWith(secret: string): WorkOverview {
  const error = { kind: "TypeError", message: `cannot read ${secret}` };
  const job = (kind: string, rest: object = {}): JobRow => ({
    id: 1,
    kind,
    args: { text: secret },
    place: "background",
    lane: "",
    priority: 0,
    state: "failed",
    attempts: 5,
    claims: 7,
    maxAttempts: 5,
    createdAt: NOW,
    endedAt: NOW,
    key: secret,
    lock: secret,
    slot: secret,
    owner: secret,
    error,
    ...rest,
  });
  const cursor: HeardCursor = {
    ...newCursor("history/12", { backward: 7, priority: 0 }),
    behind: 6,
    total: 9,
    faults: 1,
    firstFaults: [{ cursor: "history/12", seq: 42, attempts: 2, error, at: NOW }],
  };
  return {
    lanes: [
      {
        host: "wg21.link",
        cap: 1,
        gapMs: 1_000,
        nextAt: NOW,
        paused: true,
        askedUntil: 0,
        strikes: 2,
        lastOkAt: NOW,
        lastError: { kind: "refused", message: '{"kind":"refused","status":403}', at: NOW },
      },
    ],
    schedules: [
      {
        id: "check-index",
        everyMs: 1_800_000,
        nextAt: NOW,
        cooldownMs: 0,
        job: { kind: "check-index", args: secret, key: secret },
        slots: 1,
        since: 0,
        lastSlotAt: 0,
      },
    ],
    cursors: [cursor],
    counts: { todo: 1, "put-off": 2, interrupted: 3, leased: 4, done: 5, failed: 6, cancelled: 7, aborted: 8 },
    leased: [job("listen", { state: "leased" })],
    failed: [job("listen"), job("tell"), job("of-a-later-version"), job("tidy", { error: { ...error, kind: "invalid-arguments" } })],
    lastEndedAt: NOW,
    permits: 4,
    fenced: { name: "fenced", count: 3, at: NOW, job: 1 },
  };
}

const INDEX: IndexState = {
  name: "index",
  shelves: { P23: { digest: "abcd", entries: 1, skipped: 0 } },
  papersByPrefix: { P: 10 },
  papers: 11_459,
  skipped: 2,
  etag: '"secret-etag"',
  baselineAt: NOW,
  changedAt: NOW,
};
const CHECK: CheckState = { name: "check", attempts: 1, lastTriedAt: NOW, lastSuccessAt: 0, outcome: { kind: "refused", status: 403 } };

function textOf(secret: string, watches: string[] = []): string {
  return diagnosticsText({ version: "1.2.3", browser: "A browser", language: "de", now: NOW, work: workWith(secret), index: INDEX, check: CHECK, watches });
}

describe("the diagnostics", () => {
  it("say how the work stands", () => {
    const text = textOf("x");
    for (const words of [
      "PaperScout 1.2.3",
      `time: ${AT}`,
      "language: de",
      "jobs at once: 4",
      `wg21.link: paused, next ${AT}, bad answers 2`,
      'refused "{\\"kind\\":\\"refused\\",\\"status\\":403}"',
      `check-index: every 30 min, next ${AT}, last ended well never`,
      "history/12: forward -, backward 7, behind 6 of 9",
      "faults 1 [42 TypeError]",
      `last job ended: ${AT}`,
      "todo 1, put-off 2, interrupted 3, leased 4, done 5, failed 6, cancelled 7, aborted 8",
      "listen: 5 of 5 attempts",
      "fenced outcomes: 3",
      `11459 papers, 2 skipped, changed ${AT}, ETag yes`,
      'succeeded never, attempts since 1, outcome {"kind":"refused","status":403}',
    ])
      expect(text).toContain(words);
    expect(text).not.toContain("secret-etag");
  });

  it("give the error of a job that knows no watch in full", () => {
    const work = workWith("x");
    const [job] = work.failed;
    if (job) work.failed = [{ ...job, kind: "check-index", error: { kind: "timeout", message: "no\nanswer" } }];
    const text = diagnosticsText({ version: "1", browser: "b", language: "en", now: NOW, work, index: undefined, check: undefined, watches: [] });
    expect(text).toContain('timeout "no\\nanswer"');
    expect(text).toContain("index: none");
  });

  it("hold the watches that were ticked, and no other word of the person's", () => {
    // Marked, so that no word of the diagnostics themselves can be one.
    const marked = fc.string({ minLength: 1, maxLength: 20 }).map((text) => `§${text.replaceAll("§", "")}§`);
    fc.assert(
      fc.property(marked, fc.array(marked, { maxLength: 3 }), (secret, ticked) => {
        fc.pre(!ticked.includes(secret));
        const text = textOf(secret, ticked);
        for (const watch of ticked) expect(text).toContain(`  ${watch}\n`);
        const rest = ticked.reduce((left, watch) => left.replaceAll(`  ${watch}\n`, ""), text);
        expect(rest).not.toContain("§");
      }),
    );
  });
});
