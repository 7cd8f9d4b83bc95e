import * as v from "valibot";
import { isSettingName, isValidSetting, type SettingName, type SettingValue } from "../settings.ts";
import { parseWatch } from "../watch/parse-watch.ts";
import type { Watch } from "../watch/watch.ts";
import { BACKUP_FORMAT, BACKUP_VERSION } from "./backup.ts";
import type { ListMode, Match } from "./schema.ts";

const MAX_CHARACTERS = 50_000_000;

export interface ReadBackup {
  watchlists: { name: string; mode: ListMode; watches: Watch[] }[];
  settings: { name: SettingName; value: SettingValue }[];
  matches: Match[];
  rejected: Rejected[];
}

/** A part of the file that was left out, with its place in it: "watchlists[0].watches[2]". */
export interface Rejected {
  place: string;
  text: string;
}

export type BackupProblem = "too-large" | "not-json" | "not-a-backup" | "newer-version";

const text = (length: number) => v.pipe(v.string(), v.maxLength(length));
const time = v.pipe(v.number(), v.finite(), v.minValue(0));
const link = v.optional(v.pipe(text(2000), v.startsWith("https://")));
const kind = v.picklist(["paper", "author", "title", "audience"]);

const listSchema = v.object({ name: v.pipe(text(100), v.trim(), v.nonEmpty()), mode: v.picklist(["notify", "badge", "off"]), watches: v.array(v.unknown()) });

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

const matchSchema = v.object({
  id: text(64),
  paper: paperSchema,
  kind: v.picklist(["paper-added", "paper-filled", "paper-changed", "paper-returned", "paper-vanished"]),
  reasons: v.array(v.object({ kind, watched: v.string(), found: v.string(), list: v.number(), listName: v.string() })),
  foundAt: time,
  notifiedAt: time,
  notification: v.string(),
  readAt: time,
});

/** Reads a backup item by item: what is valid is taken, what is not is named. Fails only where the file is no backup at all. */
export function parseBackup(json: string): ReadBackup | BackupProblem {
  if (json.length > MAX_CHARACTERS) return "too-large";
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
  const read: ReadBackup = { watchlists: [], settings: [], matches: [], rejected: [] };
  const reject = (place: string, value: unknown) => read.rejected.push({ place, text: (JSON.stringify(value) ?? "").slice(0, 100) });
  const items = (place: "watchlists" | "matches") => {
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
      else reject(`watchlists[${position}].watches[${index}]`, entry);
    }
    read.watchlists.push({ name: list.output.name, mode: list.output.mode, watches });
  }
  for (const [name, value] of Object.entries(typeof body.settings === "object" && body.settings ? body.settings : {})) {
    if (isSettingName(name) && isValidSetting(name, value)) read.settings.push({ name, value });
    else reject(`settings.${name.slice(0, 50)}`, value);
  }
  for (const [position, item] of items("matches")) {
    const match = v.safeParse(matchSchema, item);
    if (match.success && match.output.id === match.output.paper.id) read.matches.push(match.output as Match);
    else reject(`matches[${position}]`, item);
  }
  return read;
}
