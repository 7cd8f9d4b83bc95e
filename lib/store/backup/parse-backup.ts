import * as v from "valibot";
import { isSettingName, isValidSetting, type SettingName, type SettingValue } from "../../terms/settings.ts";
import { type ParsedWatch, parseWatch } from "../../watch/syntax/parse-watch.ts";
import type { Watch } from "../../watch/watch.ts";
import { LIST_MODES, type ListMode, type Match, type MuteRow } from "../database/schema.ts";
import { BACKUP_FORMAT, BACKUP_VERSION } from "./backup.ts";

/** Larger files are not read. */
export const MAX_BACKUP_MEGABYTES = 32;

export interface ReadBackup {
  watchlists: { name: string; mode: ListMode; watches: Watch[] }[];
  settings: { name: SettingName; value: SettingValue }[];
  matches: Match[];
  mutes: MuteRow[];
  rejected: Rejected[];
}

/** A part of the file that was left out, with its place in it: "watchlists[0].watches[2]"; of a watch also what is wrong with it. */
export interface Rejected {
  place: string;
  text: string;
  problem?: Exclude<ParsedWatch, { ok: true }>;
}

export type BackupProblem = "too-large" | "empty" | "not-json" | "not-a-backup" | "newer-version";

const text = (length: number) => v.pipe(v.string(), v.maxLength(length));
/** The last moment that a date can be: one beyond it could not be drawn. */
const LAST_MOMENT = 8.64e15;
const time = v.pipe(v.number(), v.minValue(0), v.maxValue(LAST_MOMENT));
const address = v.pipe(text(2000), v.startsWith("https://"));
const link = v.optional(address);
/** Absent or true. */
const mark = v.optional(v.literal(true));
const reasonKind = v.picklist(["paper", "author", "title", "audience", "rule", "mention", "near-frontier", "any-draft", "published"]);
const eventKind = v.picklist([
  "paper-added",
  "paper-filled",
  "paper-changed",
  "paper-returned",
  "paper-vanished",
  "paper-listed",
  "draft-found",
  "draft-read",
  "draft-changed",
  "draft-gone",
  "draft-published",
]);

const listSchema = v.object({ name: v.pipe(text(100), v.trim(), v.nonEmpty()), mode: v.picklist(LIST_MODES), watches: v.array(v.unknown()) });

const paperSchema = v.object({
  id: text(64),
  type: v.picklist(["paper", "issue", "editorial", "standing-document", "draft"]),
  prefix: v.optional(v.picklist(["P", "N", "D"])),
  number: v.optional(v.number()),
  revision: v.optional(v.number()),
  title: v.string(),
  authors: v.array(v.string()),
  audience: v.array(v.string()),
  date: v.optional(text(10)),
  link,
  longLink: link,
  githubUrl: link,
});

const draftSchema = v.object({
  version: text(1000),
  modifiedAt: v.optional(v.pipe(v.number(), v.minValue(-LAST_MOMENT), v.maxValue(LAST_MOMENT))),
  older: mark,
  baseline: mark,
  nearFrontier: mark,
  unreadable: v.optional(text(100)),
  gone: mark,
});

const fromSchema = v.object({ id: text(64), link: v.union([address, v.literal("")]), foundAt: time, days: v.pipe(time, v.integer()) });

/** Without what a notification still waited for: an imported match is never told. */
const matchSchema = v.object({
  id: text(64),
  paper: paperSchema,
  kind: eventKind,
  reasons: v.array(v.object({ kind: reasonKind, watched: v.string(), found: v.string(), list: v.number(), listName: v.string() })),
  foundAt: time,
  notifiedAt: time,
  notification: v.string(),
  readAt: time,
  // Absent in files from before there were stars.
  starredAt: v.optional(time, 0),
  laterAt: v.optional(time),
  draft: v.optional(draftSchema),
  from: v.optional(fromSchema),
});

const muteSchema = v.object({ series: v.pipe(text(64), v.regex(/^[PN]\d{4,6}$/)), at: v.pipe(time, v.minValue(1)) });

/** Reads a backup item by item: what is valid is taken, what is not is named. Fails only where the file is no backup at all. */
export function parseBackup(json: string): ReadBackup | BackupProblem {
  if (json.length > MAX_BACKUP_MEGABYTES * 1_000_000) return "too-large";
  if (json.trim() === "") return "empty";
  let file: unknown;
  try {
    file = JSON.parse(json);
  } catch {
    return "not-json";
  }
  const head = v.safeParse(v.object({ format: v.literal(BACKUP_FORMAT), version: v.pipe(v.number(), v.integer(), v.minValue(1)) }), file);
  if (!head.success) return "not-a-backup";
  if (head.output.version > BACKUP_VERSION) return "newer-version";

  const body = file as Record<string, unknown>;
  const read: ReadBackup = { watchlists: [], settings: [], matches: [], mutes: [], rejected: [] };
  const reject = (place: string, value: unknown, problem?: Rejected["problem"]) =>
    read.rejected.push({ place, text: (JSON.stringify(value) ?? "").slice(0, 100), ...(problem && { problem }) });
  const items = (place: "watchlists" | "matches" | "mutes") => {
    const value = body[place] ?? [];
    if (Array.isArray(value)) return value.entries();
    reject(place, value);
    return [].entries();
  };

  for (const [position, item] of items("watchlists")) {
    const list = v.safeParse(listSchema, item);
    if (!list.success) {
      reject(`watchlists[${position}]`, item);
      continue;
    }
    const watches: Watch[] = [];
    for (const [index, entry] of list.output.watches.entries()) {
      const parsed = typeof entry === "string" ? parseWatch(entry) : undefined;
      if (parsed?.ok) watches.push(parsed.watch);
      else reject(`watchlists[${position}].watches[${index}]`, entry, parsed);
    }
    read.watchlists.push({ name: list.output.name, mode: list.output.mode, watches });
  }
  const settings = body.settings ?? {};
  if (typeof settings !== "object") reject("settings", settings);
  else
    for (const [name, value] of Object.entries(settings)) {
      if (isSettingName(name) && isValidSetting(name, value)) read.settings.push({ name, value });
      else reject(`settings.${name.slice(0, 50)}`, value);
    }
  for (const [position, item] of items("matches")) {
    const match = v.safeParse(matchSchema, item);
    if (match.success && match.output.id === match.output.paper.id) read.matches.push(match.output as Match);
    else reject(`matches[${position}]`, item);
  }
  for (const [position, item] of items("mutes")) {
    const mute = v.safeParse(muteSchema, item);
    if (mute.success) read.mutes.push(mute.output);
    else reject(`mutes[${position}]`, item);
  }
  return read;
}
