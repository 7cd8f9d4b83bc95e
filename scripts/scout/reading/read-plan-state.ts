import * as v from "valibot";
import { type DraftFile, nameOfFile, readFileName } from "../../../lib/probe/draft-file.ts";
import type { Knowledge, KnownFile } from "../../../lib/probe/policy.ts";
import { readJsonFile } from "./read-file.ts";
import { parseTime } from "./read-time.ts";

const TIME = 'a time: epoch ms or "2026-05-20T14:00:00Z"';
const NAME = 'a file such as "D2300R11.pdf"';
const PHASE = "a number from 0 to below 1";

const time = v.pipe(
  v.union([v.number(), v.string()], TIME),
  v.transform((value) => (typeof value === "string" ? parseTime(value) : value)),
  v.number(TIME),
  v.finite(TIME),
);
const file = v.pipe(
  v.string(NAME),
  v.transform(readFileName),
  v.custom<DraftFile>((read) => read !== undefined, NAME),
);
const flag = v.optional(v.literal(true, "true, or left out"));

const stateSchema = v.strictObject({
  since: v.optional(time),
  phase: v.optional(v.pipe(v.number(PHASE), v.minValue(0, PHASE), v.ltValue(1, PHASE))),
  asked: v.optional(v.record(v.pipe(file, v.transform(nameOfFile)), time, "an object of times by name"), {}),
  files: v.optional(
    v.array(
      v.strictObject({ name: file, foundAt: time, modifiedAt: v.optional(time), baseline: flag, gone: flag }, "an object"),
      "a list of {name, foundAt, modifiedAt, baseline, gone}",
    ),
    [],
  ),
});

/** What a client remembers that asks by `quiet`: since when it asks, when it asked for what, and what it found. */
export function readPlanState(file: string | undefined): Pick<Knowledge, "asked" | "files" | "phase" | "since"> {
  if (file === undefined) return { asked: new Map(), files: [], phase: 0 };
  const { since, phase = 0, asked, files } = readJsonFile(file, stateSchema, "an object with since, phase, asked and files, all of which may be left out");
  return {
    ...(since !== undefined && { since }),
    phase,
    asked: new Map(Object.entries(asked)),
    files: files.map(({ name, ...times }): KnownFile => ({ ...name, ...withoutGaps(times) })),
  };
}

/** Members that are undefined are left out. */
function withoutGaps<T extends object>(value: T): { [Key in keyof T]: Exclude<T[Key], undefined> } {
  return Object.fromEntries(Object.entries(value).filter(([, member]) => member !== undefined)) as { [Key in keyof T]: Exclude<T[Key], undefined> };
}
