import { describe, expect, it, vi } from "vitest";
import { probeText } from "../../components/options/status/drafts/agenda-text.ts";
import { draftsText } from "../../components/popup/status/drafts-text.ts";
import { statusText } from "../../components/popup/status/status-text.ts";
import { formatList } from "../../components/text/format-list.ts";
import { formatMegabytes, formatNumber, translateCount } from "../../components/text/format-number.ts";
import { calendarDay, duration, relativeTime, roughDuration } from "../../components/text/format-time.ts";
import { composeNotification } from "../../lib/notify/compose-notification.ts";
import type { Match } from "../../lib/store/database/schema.ts";
import type { CheckState, ProbingState } from "../../lib/store/database/state-rows.ts";
import type { Reason } from "../../lib/watch/watch.ts";
import { speakGerman } from "../speak.ts";

// Times are written in the language of the texts.
vi.mock("../../lib/language/translate.ts", async () => ({ translate: (await import("../speak.ts")).speakGerman }));

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const NOW = Date.parse("2026-11-24T12:00:00Z");

describe("German numbers and times", () => {
  it.each([
    [formatNumber(30_000), "30.000"],
    [formatMegabytes(2_100_000), "2,1 MB"],
    [formatList(["wg21.link", "isocpp.org"]), "wg21.link und isocpp.org"],
    [relativeTime(NOW, NOW), "soeben"],
    [relativeTime(NOW - 4 * MINUTE, NOW), "vor 4 Minuten"],
    [relativeTime(NOW - DAY, NOW), "gestern"],
    [relativeTime(NOW - 40 * DAY, NOW), "15.10.2026"],
    [duration(30 * MINUTE), "30 Minuten"],
    [roughDuration(1.5 * HOUR), "1,5 Stunden"],
    [calendarDay(NOW - 400 * DAY, NOW), "20. Oktober 2025"],
    [translateCount("documents_known", 30_000), "30.000 Dokumente bekannt"],
    [translateCount("documents_known", 1), "1 Dokument bekannt"],
    [
      speakGerman("setting_out_of_bounds", [100, 100_000, speakGerman("amount", [16_000, speakGerman("unit_requests", 16_000)])]),
      "Schreiben Sie eine ganze Zahl von 100 bis 100.000. Bis dahin gilt: 16.000\u00a0Anfragen.",
    ],
  ])("%s", (text, expected) => {
    expect(text).toBe(expected);
  });
});

const GOOD: CheckState = { name: "check", attempts: 0, lastTriedAt: NOW - 4 * MINUTE, lastSuccessAt: NOW - 4 * MINUTE, outcome: { kind: "unchanged" } };
const ROUND = { planned: 88, asked: 88, present: 3, absent: 85, notTheFile: 0, troubles: 0, found: 1, startedAt: NOW - 5 * MINUTE, endedAt: NOW - 4 * MINUTE };
const PROBING: ProbingState = {
  name: "probing",
  since: 0,
  phase: 0,
  cycle: 1,
  today: { day: "", asked: 0 },
  frontier: 4000,
  failures: 0,
  lastSuccessAt: 0,
  hasBaseline: false,
  last: { ...ROUND, outcome: { kind: "good" } },
};
const PROBE = {
  prefix: "D",
  number: 2300,
  revision: 11,
  extension: ".pdf",
  name: "D2300R11.pdf",
  tier: "recent",
  decision: "probe",
  dueAt: NOW + 3 * HOUR,
  everyMs: 5 * HOUR,
  reason: { what: "next", quietDays: 41 },
} as const;

describe("German sentences, put together from their parts", () => {
  it.each([
    [statusText({ check: GOOD, nextAt: NOW + 26 * MINUTE }, NOW, speakGerman), /^Geprüft vor 4 Min\. · wieder in 26 Min\.$/],
    [
      statusText({ check: { ...GOOD, attempts: 1, outcome: { kind: "unreachable" } }, nextAt: NOW + 2 * MINUTE }, NOW, speakGerman),
      /^Prüfung fehlgeschlagen: wg21\.link war nicht erreichbar\. .* Blocker im Weg\.$/,
    ],
    [
      draftsText({ probing: PROBING, probeAt: NOW + 11 * MINUTE }, NOW, speakGerman),
      /^Entwürfe: vor 4 Minuten nach 88 Dateien gefragt, wieder in 11 Minuten\.$/,
    ],
    [
      probeText({ probe: PROBE, lastAskedAt: NOW - 2 * HOUR }, NOW, speakGerman),
      /^Nächste Anfrage in 3 Stunden: nächste Revision von P2300, seit 41 Tagen still, Abstand 5 Stunden\. Zuletzt gefragt: vor 2 Stunden\.$/,
    ],
  ])("%s", (text, expected) => {
    expect(text).toMatch(expected);
  });
});

function found(rest: Partial<Match>, ...reasons: Reason[]): Match {
  const paper = { id: "P2300R10", type: "paper", prefix: "P", number: 2300, title: "std::execution", authors: [], audience: [] } as const;
  const all = reasons.map((reason) => ({ ...reason, list: 1, listName: "x" }));
  return {
    id: paper.id,
    paper: { ...paper, authors: [], audience: [] },
    kind: "paper-added",
    reasons: all,
    foundAt: 1,
    notifiedAt: 0,
    notification: "",
    readAt: 0,
    starredAt: 0,
    ...rest,
  };
}

const KUHL: Reason = { kind: "author", watched: "Kuhl", found: "Dietmar Kühl" };
const DRAFT: Partial<Match> = { kind: "draft-found", draft: { version: "1" } };
const FROM = { id: "D2300R10", link: "https://isocpp.org/files/papers/D2300R10.pdf", foundAt: 1, days: 34 };

describe("German notifications", () => {
  it.each<[string, Match[], { title: string; message: string }]>([
    ["a paper", [found({}, KUHL)], { title: "Ein beobachtetes Paper: P2300R10", message: "P2300R10 std::execution (Autor Dietmar Kühl (beobachtet: Kuhl))" }],
    [
      "a draft",
      [found(DRAFT, { kind: "title", watched: "execution", found: "execution" })],
      { title: "Ein neuer Entwurf: P2300R10", message: "Entwurf P2300R10: std::execution – Titel „execution“" },
    ],
    [
      "a draft that was published",
      [found({ kind: "draft-published", from: FROM }, { kind: "published", watched: FROM.id, found: "P2300R10" })],
      { title: "Ein beobachtetes Paper: P2300R10", message: "P2300R10, 34 Tage zuvor als Entwurf gesehen: std::execution" },
    ],
    [
      "several",
      [found({}, KUHL), found({}, KUHL), found({}, KUHL)],
      { title: "3 beobachtete Papers", message: "P2300R10 std::execution (Autor Dietmar Kühl (beobachtet: Kuhl))\nund 2 weitere" },
    ],
  ])("tell of %s", (_, matches, notification) => {
    expect(composeNotification(matches, 1, speakGerman)).toMatchObject(notification);
  });
});
