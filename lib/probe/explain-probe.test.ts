import { expect, it } from "vitest";
import { readFileName } from "./draft-file.ts";
import { explainProbe } from "./explain-probe.ts";
import type { PlannedProbe } from "./policy.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

it.each<[name: string, reason: PlannedProbe["reason"], more: Partial<PlannedProbe>, text: string]>([
  ["D2300R11.html", { what: "next", quietDays: 41 }, { everyMs: 5 * HOUR }, "next revision of P2300, quiet 41 days, asked every 5 h"],
  ["D0042R2.html", { what: "after-next", quietDays: 1 }, { everyMs: 50 * HOUR }, "a revision of P0042 after the next, quiet 1 day, asked every 2 days"],
  [
    "P2300R11.pdf",
    { what: "next", quietDays: 0, published: true, otherExtension: true, watched: true },
    { everyMs: 80 * MINUTE },
    "next revision of P2300, quiet 0 days, the published file, so far not .pdf, watched, asked every 80 min",
  ],
  ["D2300R11.html", { what: "next" }, { everyMs: 5 * HOUR }, "next revision of P2300, asked every 5 h"],
  [
    "D0042R1.html",
    { what: "passed-over", quietDays: 1 },
    { everyMs: 50 * HOUR },
    "a revision of P0042 before the newest that was never seen, quiet 1 day, asked every 2 days",
  ],
  [
    "D4250R1.pdf",
    { what: "unseen", fromFrontier: 16, besideDays: 1 },
    { everyMs: 24 * HOUR },
    "no paper P4250 yet, 16 above the frontier, near one that came up 1 day ago, asked every 24 h",
  ],
  ["D4250R0.pdf", { what: "unseen", fromFrontier: 16 }, { everyMs: 4 * HOUR }, "no paper P4250 yet, 16 above the frontier, asked every 4 h"],
  ["D4218R0.pdf", { what: "unseen", fromFrontier: -16 }, { everyMs: 4 * HOUR }, "no paper P4218 yet, 16 below the frontier, asked every 4 h"],
  ["D4234R0.pdf", { what: "unseen", fromFrontier: 0 }, {}, "no paper P4234 yet, at the frontier"],
  ["D3980R0.pdf", { what: "again", quietDays: 12 }, { everyMs: 28 * HOUR }, "D3980R0.pdf is there and may change, unchanged for 12 days, asked every 28 h"],
  ["D2300R11.html", { what: "next" }, { decision: "skip-discovered" }, "next revision of P2300, not asked: found before"],
  ["D2300R11.html", { what: "next" }, { decision: "skip-index" }, "next revision of P2300, not asked: in the index"],
  ["D2300R11.html", { what: "next" }, { everyMs: 1 }, "next revision of P2300, asked every 1 min"],
  ["D2300R11.html", { what: "next" }, { everyMs: 90 * MINUTE - 1 }, "next revision of P2300, asked every 90 min"],
  ["D2300R11.html", { what: "next" }, { everyMs: 90 * MINUTE }, "next revision of P2300, asked every 2 h"],
  ["D2300R11.html", { what: "next" }, { everyMs: 48 * HOUR - 1 }, "next revision of P2300, asked every 48 h"],
  ["D2300R11.html", { what: "next" }, { everyMs: 48 * HOUR }, "next revision of P2300, asked every 2 days"],
  ["D2300R11.html", { what: "next" }, { everyMs: 60 * 24 * HOUR }, "next revision of P2300, asked every 60 days"],
])("of %s it says %j", (name, reason, more, text) => {
  const file = readFileName(name) ?? { prefix: "D", number: 0, revision: 0, extension: "" };
  expect(explainProbe({ ...file, name, tier: "recent", decision: "probe", dueAt: 0, everyMs: 0, reason, ...more })).toBe(text);
});
