import type { DraftFact, StatusFact } from "../../lib/feed/fact.ts";

export const NOW = Date.UTC(2026, 10, 24, 12);
const HOUR = 60 * 60_000;

/** A draft with all that a fact can say. */
export const RICH: DraftFact = {
  id: "D4123R1",
  found: { at: NOW - 5 * HOUR },
  files: [
    { at: NOW - 5 * HOUR, extension: ".html", modifiedAt: NOW - 6 * HOUR, etag: '"5f-6a"', size: 48_213 },
    { at: NOW - 2 * HOUR, extension: ".pdf", gone: true },
  ],
  page: {
    at: NOW - 4 * HOUR,
    title: "Contracts that cannot be proved",
    authors: ["Kurt Gödel", "Emmy Noether"],
    audience: ["EWG", "SG21"],
    date: "2026-11-23",
    abstract: "There are some.\nThey are true.",
  },
};

export const PLAIN: DraftFact = { id: "D4200R0", found: { at: NOW - HOUR }, files: [{ at: NOW - HOUR, extension: ".pdf", size: 9 }] };

export const OLD: DraftFact = {
  id: "P2300R7",
  found: { at: NOW - 900 * HOUR, baseline: true },
  files: [{ at: NOW - 900 * HOUR, extension: ".pdf", modifiedAt: NOW - 30_000 * HOUR }],
  unreadable: { at: NOW - 899 * HOUR, why: "no-text" },
};

export const STATUS: StatusFact = { series: "P2300", at: NOW - 3 * HOUR, issue: 1054, state: "open", labels: ["LWG", "C++26"], milestone: "2026-11" };
