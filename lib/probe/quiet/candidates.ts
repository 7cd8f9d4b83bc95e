import { frontierOf } from "../../papers/frontier.ts";
import { type DraftFile, LARGEST } from "../draft-file.ts";
import type { Knowledge, ProbeReason, Tier } from "../policy.ts";
import { waitBesideNew, waitForPaper } from "./ageing.ts";
import { changeOf, EXTENSIONS, gatherSeries, type KnownSeries } from "./series.ts";

const DAY = 24 * 60 * 60_000;
/** So many numbers further from the frontier double the time between two questions. */
const NUMBERS_BELOW = 60;
const NUMBERS_ABOVE = 20;
/** Numbers so close are of one run. */
const BESIDE = 3;
/** Real indexes have jumped by up to 181 numbers. */
const REACH = 160;
const OTHER_EXTENSION = 6;
const AFTER_NEXT = 4;
/** A revision may come out after the one that follows it. */
const PASSED_OVER = 4;
/** No further below the newest. */
const PASSED_OVER_REACH = 2;
/** A paper may come out as R1 first. */
const UNSEEN_R1 = 8;
const PUBLISHED = 4;
const WATCHED = 4;
/** A file that is there may change, but less often than a new one comes. */
const AGAIN = 4;
const GONE = 8;
const RECENT_DAYS = 180;

/** What the files of one number have in common. */
interface Standing {
  number: number;
  watched: boolean;
  /** Since anything is known to have happened to the paper or the file. */
  quietDays: number | undefined;
  /** Of a number without a paper. */
  fromFrontier: number | undefined;
  /** Of a number without a paper: since one near it came up. */
  besideDays: number | undefined;
  /** When it, or what it is near to, was last known to have changed, epoch ms. */
  changedAt: number | undefined;
  tier: Tier;
}

/** One file worth asking for at some time. There are 30,000, so what only the few due ones need is made of it later. */
export interface Candidate extends DraftFile {
  what: ProbeReason["what"];
  /** How long to wait between two questions, in multiples of the usual. */
  spacing: number;
  /** The paper's last revision came as another. */
  otherExtension: boolean;
  /** Of a file that is there, epoch ms. */
  foundAt: number | undefined;
  standing: Standing;
}

/** What the rule looks at. */
export interface Survey {
  series: ReadonlyMap<number, KnownSeries>;
  frontier: number;
  watched: ReadonlySet<number>;
  now: number;
}

export function survey(known: Knowledge, now: number): Survey {
  const found = known.files.filter(({ gone }) => !gone);
  return { series: gatherSeries(known, now), frontier: frontierOf(numbersOf(known.papers, found)), watched: known.watched, now };
}

/** All numbers of which some file may be worth asking for, each once: known ones, holes, those above the frontier, and watched ones wherever they are. */
export function* numbersToAsk(field: Survey): Generator<number> {
  yield* field.series.keys();
  for (let number = 1; isWithinReach(number, field); number++) if (!field.series.has(number)) yield number;
  for (const number of field.watched) if (!field.series.has(number) && !isWithinReach(number, field)) yield number;
}

/** All files of a number that are worth asking for; none where the number is neither known, within reach nor watched. */
export function candidatesOf(number: number, field: Survey): Candidate[] {
  const series = field.series.get(number);
  if (series) return [...revisionsOf(number, series, field), ...againOf(number, series, field)];
  const isName = number >= 1 && number <= LARGEST.number;
  return isName && (isWithinReach(number, field) || field.watched.has(number)) ? unseenOf(number, field) : [];
}

/** Where the index holds nothing nothing is within reach: the lowest numbers are not the newest. */
function isWithinReach(number: number, { frontier }: Survey): boolean {
  return frontier > 0 && number >= 1 && number <= Math.min(frontier + REACH, LARGEST.number);
}

function revisionsOf(number: number, series: KnownSeries, { frontier, watched, now }: Survey): Candidate[] {
  const { changedAt, newest, extensions } = series;
  const quietDays = changedAt === undefined ? undefined : daysSince(changedAt, now);
  // About one number a day is handed out, so its distance from the frontier stands in for its age.
  const age = quietDays ?? Math.max(0, frontier - number);
  const isWatched = watched.has(number);
  const tier = isWatched ? "watchlist" : age <= RECENT_DAYS ? "recent" : "cold";
  const standing: Standing = { number, watched: isWatched, quietDays, fromFrontier: undefined, besideDays: undefined, changedAt, tier };
  const ofPaper = waitForPaper(age) / (isWatched ? WATCHED : 1);
  return [
    ...files("next", newest + 1, 1),
    ...files("after-next", newest + 2, AFTER_NEXT),
    ...passedOver(series).flatMap((revision) => files("passed-over", revision, PASSED_OVER).filter(({ prefix }) => prefix === "D")),
  ];

  function files(what: Candidate["what"], revision: number, wait: number): Candidate[] {
    if (revision > LARGEST.revision) return [];
    return (["D", "P"] as const).flatMap((prefix) =>
      EXTENSIONS.map((extension): Candidate => {
        const otherExtension = extensions.length > 0 && !extensions.includes(extension);
        const spacing = ofPaper * wait * (prefix === "D" ? 1 : PUBLISHED) * (otherExtension ? OTHER_EXTENSION : 1);
        return { prefix, number, revision, extension, what, spacing, otherExtension, foundAt: undefined, standing };
      }),
    );
  }
}

/** Revisions of which nothing was seen though a later draft is there. */
function passedOver({ files, published, newest }: KnownSeries): number[] {
  const found = new Set(files.map(({ revision }) => revision));
  const revisions: number[] = [];
  for (let revision = newest - 1; revision > published && revision >= newest - PASSED_OVER_REACH; revision--) {
    if (!found.has(revision)) revisions.push(revision);
  }
  return revisions;
}

/** Found files are asked for again, until the index has their revision. */
function againOf(number: number, { files, published }: KnownSeries, { watched, now }: Survey): Candidate[] {
  const isWatched = watched.has(number);
  return files
    .filter(({ revision }) => revision > published)
    .map((file): Candidate => {
      const { prefix, revision, extension, gone, foundAt } = file;
      const changedAt = changeOf(file) ?? foundAt;
      const quietDays = daysSince(changedAt, now);
      const spacing = (waitForPaper(quietDays) * AGAIN * (gone ? GONE : 1)) / (isWatched ? WATCHED : 1);
      const standing: Standing = { number, watched: isWatched, quietDays, fromFrontier: undefined, besideDays: undefined, changedAt, tier: "known" };
      return { prefix, number, revision, extension, what: "again", spacing, otherExtension: false, foundAt, standing };
    });
}

function unseenOf(number: number, { series, frontier, watched, now }: Survey): Candidate[] {
  const fromFrontier = number - frontier;
  const isWatched = watched.has(number);
  const changedAt = lastBornBeside(number, series);
  const besideDays = changedAt === undefined ? undefined : daysSince(changedAt, now);
  // Beyond the reach, where only watched numbers are asked for, it gets no rarer.
  const alone = Math.max(1, -fromFrontier / NUMBERS_BELOW, Math.min(fromFrontier, REACH) / NUMBERS_ABOVE);
  const ofNumber = (besideDays === undefined ? alone : waitBesideNew(besideDays)) / (isWatched ? WATCHED : 1);
  const tier = isWatched ? "watchlist" : "frontier";
  const standing: Standing = { number, watched: isWatched, quietDays: undefined, fromFrontier, besideDays, changedAt, tier };
  return [0, 1].flatMap((revision) =>
    EXTENSIONS.map((extension): Candidate => {
      const spacing = ofNumber * (revision === 0 ? 1 : UNSEEN_R1);
      return { prefix: "D", number, revision, extension, what: "unseen", spacing, otherExtension: false, foundAt: undefined, standing };
    }),
  );
}

/** When the youngest of the papers near a number came up, epoch ms. */
function lastBornBeside(number: number, series: Survey["series"]): number | undefined {
  let last: number | undefined;
  for (const near of numbersBeside(number)) {
    const bornAt = series.get(near)?.bornAt;
    if (bornAt !== undefined && bornAt > (last ?? Number.NEGATIVE_INFINITY)) last = bornAt;
  }
  return last;
}

/** The numbers that are of one run with a number. */
export function numbersBeside(number: number): number[] {
  return Array.from({ length: BESIDE }, (_, place) => [number - place - 1, number + place + 1]).flat();
}

function daysSince(at: number, now: number): number {
  return Math.max(0, now - at) / DAY;
}

function* numbersOf(...lists: readonly (readonly { number: number }[])[]): Generator<number> {
  for (const list of lists) for (const { number } of list) yield number;
}
