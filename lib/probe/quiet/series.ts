import { parseDate } from "../../papers/text/parse-date.ts";
import type { Knowledge, KnownFile } from "../policy.ts";

const DAY = 24 * 60 * 60_000;
/** Real document dates lie up to 65 days ahead; what lies further is a slip of the pen that would keep a paper hot for years. */
const FURTHEST_AHEAD = 90 * DAY;
/** Those that are asked for. */
export const EXTENSIONS = [".pdf", ".html"] as const;

/** What index and finds tell of one number. */
export interface KnownSeries {
  /** Its highest revision in the index; -1 where it has none there. */
  published: number;
  /** Its highest revision of all. */
  newest: number;
  /** When anything last happened to it, epoch ms; undefined where no date is known. */
  changedAt: number | undefined;
  /** When it first came up, epoch ms, as far as dates are known. */
  bornAt: number | undefined;
  /** Of those asked for, what its last revision came as; empty where that is not known. */
  extensions: readonly string[];
  files: KnownFile[];
}

/** Gathers all that is known by number. A paper in the index and a found file make a number known alike. */
export function gatherSeries({ papers, files }: Knowledge, now: number): Map<number, KnownSeries> {
  const all = new Map<number, Gathered>();
  for (const { number, revision, date, extension } of papers) {
    const series = open(number);
    series.published = Math.max(series.published, revision);
    series.newest = Math.max(series.newest, revision);
    if (date !== undefined) noteChange(series, timeOf(date), now);
    if (extension !== undefined) noteExtension(series, extension === ".htm" ? ".html" : extension, revision * 2);
  }
  for (const file of files) {
    const series = open(file.number);
    series.files.push(file);
    series.newest = Math.max(series.newest, file.revision);
    const changedAt = changeOf(file);
    if (changedAt !== undefined) noteChange(series, changedAt, now);
    // What we found ourselves says more than the published form of the same revision.
    noteExtension(series, file.extension, file.revision * 2 + 1);
  }
  return all;

  function open(number: number): Gathered {
    const known = all.get(number);
    if (known) return known;
    const series = { published: -1, newest: -1, changedAt: undefined, bornAt: undefined, extensions: [], extensionsRank: -1, files: [] };
    all.set(number, series);
    return series;
  }
}

/** When the content of a file came to be, as far as it can be known. That a file was there from the beginning says nothing of when. */
export function changeOf({ modifiedAt, foundAt, baseline }: KnownFile): number | undefined {
  if (modifiedAt !== undefined) return Math.min(modifiedAt, foundAt);
  return baseline ? undefined : foundAt;
}

interface Gathered extends KnownSeries {
  extensions: string[];
  /** Of what the extensions are: the higher the later. */
  extensionsRank: number;
}

/** The first moment of a whole date; NaN where it is none. */
function timeOf(date: string): number {
  const day = parseDate(date);
  return day?.length === "YYYY-MM-DD".length ? Date.parse(day) : Number.NaN;
}

function noteChange(series: Gathered, at: number, now: number): void {
  if (!(at <= now + FURTHEST_AHEAD)) return;
  series.changedAt = Math.max(at, series.changedAt ?? Number.NEGATIVE_INFINITY);
  series.bornAt = Math.min(at, series.bornAt ?? Number.POSITIVE_INFINITY);
}

function noteExtension(series: Gathered, extension: string, rank: number): void {
  if (rank < series.extensionsRank || !EXTENSIONS.some((asked) => asked === extension)) return;
  if (rank > series.extensionsRank) series.extensions = [];
  series.extensionsRank = rank;
  series.extensions.push(extension);
}
