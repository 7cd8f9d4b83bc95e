import fc from "fast-check";
import { expect, it } from "vitest";
import type { KnownFile } from "../policy.ts";
import { found } from "../sample-knowledge.ts";
import { tempoOf } from "./tempo.ts";

const DAY = 24 * 60 * 60_000;
const NOW = Date.parse("2026-05-20T12:00:00Z");
const CALM = Math.sqrt(1 / 3);

/** A draft found so many days ago. */
const hit = (number: number, daysAgo: number, more: Partial<KnownFile> = {}) => found(`D${1000 + number}R0.pdf`, NOW - daysAgo * DAY, more);
const hits = (count: number, daysAgo: number, more: Partial<KnownFile> = {}) => Array.from({ length: count }, (_, number) => hit(number, daysAgo, more));

it.each<[name: string, files: KnownFile[], tempo: number]>([
  ["nothing found", [], CALM],
  ["as many lately as ever", Array.from({ length: 60 }, (_, number) => hit(number, number + 0.5)), 1],
  ["one a day for long, none lately", Array.from({ length: 57 }, (_, number) => hit(number, number + 2.5)), CALM],
  ["one lately, the first", hits(1, 1), Math.sqrt(0.65 / 0.45)],
  ["ten lately, the first", hits(10, 1), Math.sqrt(5.15 / 0.45)],
  ["a hundred lately", hits(100, 1), 4],
  ["a hundred lately and in the weeks before", [...hits(100, 1), ...hits(300, 30).slice(100)], Math.sqrt((50 + 300 / 120) / ((1.5 * 300) / 60))],
  ["what is older than 60 days", hits(100, 61), CALM],
  ["what was there from the beginning", hits(100, 1, { baseline: true }), CALM],
  ["a second file of what was there from the beginning", [...hits(1, 50, { baseline: true }), found("D1000R0.html", NOW - DAY)], CALM],
  ["both files of a draft as one find", [...hits(1, 1), found("D1000R0.html", NOW - DAY / 2), found("P1000R0.html", NOW)], Math.sqrt(0.65 / 0.45)],
  ["a time to come", hits(100, -1), CALM],
])("counts %s", (_name, files, tempo) => expect(tempoOf(files, NOW)).toBeCloseTo(tempo, 6));

it("takes no client's first finds for a storm", () => {
  expect(tempoOf(hits(30, 1), NOW, NOW - 2 * DAY)).toBeCloseTo(1, 6);
  expect(tempoOf(hits(30, 1), NOW)).toBeGreaterThan(3);
});

it("is between a half and four, whatever was found when", () => {
  const files = fc.array(fc.tuple(fc.nat({ max: 500 }), fc.float({ min: -10, max: 100, noNaN: true })), { maxLength: 300 });
  fc.assert(
    fc.property(files, fc.option(fc.float({ min: -5, max: 500, noNaN: true }), { nil: undefined }), (files, days) => {
      const tempo = tempoOf(
        files.map(([number, age]) => hit(number, age)),
        NOW,
        days === undefined ? undefined : NOW - days * DAY,
      );
      expect(tempo).toBeGreaterThanOrEqual(0.5);
      expect(tempo).toBeLessThanOrEqual(4);
    }),
  );
});
