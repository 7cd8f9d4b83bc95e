import { frontierOf } from "../../../lib/papers/frontier.ts";
import { nameOfFile, readFileName } from "../../../lib/probe/draft-file.ts";
import type { KnownFile, KnownPaper } from "../../../lib/probe/policy.ts";
import { waitBesideNew, waitForPaper } from "../../../lib/probe/quiet/ageing.ts";
import { type Candidate, candidatesOf, numbersBeside, numbersToAsk } from "../../../lib/probe/quiet/candidates.ts";
import { gatherSeries, type KnownSeries } from "../../../lib/probe/quiet/series.ts";
import { shareOf } from "../../../lib/probe/quiet/share.ts";
import { tempoOf } from "../../../lib/probe/quiet/tempo.ts";
import type { Prober } from "./replay.ts";

const DAY = 24 * 60 * 60_000;
/** As in lib/probe/quiet, which keeps it to itself; the test that both ask for the same files holds it to it. */
const JITTER = 0.1;
/** The tempo looks back no further. */
const TEMPO_DAYS = 60;
/** When a file may next be due is reckoned for a tempo so much faster than the present one, and anew when that is left. */
const TEMPO_ROOM = 1.15;

/** What makes a file be asked for more seldom as time passes: silence of its paper, or the age of a paper near its number. */
type AgesWith = "paper" | "beside";

/** What the replayed policy goes by; `QUIET_RULE` is that of lib/probe/quiet. */
export interface QuietRule {
  baseMs: number;
  /** How long to wait between two questions while the paper is fresh, in multiples of the usual; Infinity: never asked for. */
  spacing(candidate: Candidate): number;
  /** By what that grows with the days since anything happened to what it ages with; never falls. */
  growth(days: number, agesWith: AgesWith): number;
  tempo(files: readonly KnownFile[], now: number, since: number): number;
}

export const QUIET_RULE: Omit<QuietRule, "baseMs"> = {
  spacing: ({ spacing }) => spacing,
  growth: (days, agesWith) => (agesWith === "paper" ? waitForPaper(days) : waitBesideNew(days) / waitBesideNew(0)),
  tempo: tempoOf,
};

export interface QuietClient {
  /** As in `Knowledge`. */
  phase: number;
  since: number;
  /** Between two requests. */
  gapMs: number;
  perTick: number;
  perDay: number;
  /** Which of the files that are due it asks for at that time; all, where nothing is said. */
  isMine?: ((name: string, now: number) => boolean) | undefined;
}

/** One file that is asked for at times. */
interface Slot {
  name: string;
  number: number;
  spacing: number;
  share: number;
  changedAt: number | undefined;
  agesWith: AgesWith | undefined;
  last: number | undefined;
}

interface Due {
  place: number;
  slot: Slot;
  overdue: number;
}

/**
 * The policy of lib/probe/quiet without planning everything anew on each tick: what a file's rule goes by is worked out when
 * something happens to its number, and a tick looks only at files that can be due by then.
 */
export function createQuietProber(rule: QuietRule, { phase, since, gapMs, perTick, perDay, isMine = () => true }: QuietClient): Prober {
  const papers = new Map<number, Map<number, KnownPaper>>();
  const files = new Map<number, KnownFile[]>();
  const series = new Map<number, KnownSeries>();
  const touched = new Set<number>();
  const slots: (Slot | undefined)[] = [];
  const free: number[] = [];
  /** By number. */
  const places = new Map<number, number[]>();
  /** When files were last asked for that are no candidates at present. */
  const asked = new Map<string, number>();
  /** By place: when the file may be due at the soonest. */
  let earliest = new Float64Array(1 << 15);
  let lately: KnownFile[] = [];
  let frontier = -1;
  let roomyTempo = 0;
  let today = { day: -1, asked: 0 };
  let isFirst = true;

  return {
    learn({ paper }) {
      if (!paper) return;
      getOrSet(papers, paper.number, () => new Map<number, KnownPaper>()).set(paper.revision, paper);
      touched.add(paper.number);
    },
    tick(now, ask) {
      if (touched.size > 0) look(now);
      const tempo = rule.tempo(lately, now, since);
      if (tempo > roomyTempo || tempo * TEMPO_ROOM ** 2 < roomyTempo) {
        roomyTempo = tempo * TEMPO_ROOM;
        earliest.fill(0);
      }
      const day = Math.floor(now / DAY);
      if (day !== today.day) today = { day, asked: 0 };
      const due = findDue(now, tempo)
        .filter(({ slot }) => isMine(slot.name, now))
        .slice(0, Math.min(perTick, perDay - today.asked));
      today.asked += due.length;
      for (const [turn, { place, slot }] of due.entries()) {
        const at = now + turn * gapMs;
        slot.last = at;
        earliest[place] = 0;
        const modifiedAt = ask(slot.name, at);
        if (modifiedAt !== undefined) note(slot, at, modifiedAt);
      }
      isFirst = false;
    },
  };

  function note({ name, number }: Slot, foundAt: number, modifiedAt: number): void {
    const known = getOrSet(files, number, () => [] as KnownFile[]);
    const file = readFileName(name);
    if (!file || known.some((other) => nameOfFile(other) === name)) return;
    const found: KnownFile = { ...file, foundAt, modifiedAt, ...(isFirst && { baseline: true }) };
    known.push(found);
    lately = [...lately.filter((other) => foundAt - other.foundAt < TEMPO_DAYS * DAY), found];
    touched.add(number);
  }

  function look(now: number): void {
    for (const number of [...touched]) {
      const ofNumber = { papers: [...(papers.get(number)?.values() ?? [])], files: files.get(number) ?? [] };
      const gathered = gatherSeries({ ...ofNumber, ids: new Set(), watched: new Set(), asked: new Map(), cycle: 0, phase }, now).get(number);
      if (!gathered) continue;
      if (gathered.bornAt !== series.get(number)?.bornAt) for (const near of numbersBeside(number)) if (!series.has(near)) touched.add(near);
      series.set(number, gathered);
    }
    const before = frontier;
    frontier = frontierOf(series.keys());
    // Age is reckoned here: at the first moment of all time nothing has any.
    const field = { series, frontier, watched: new Set<number>(), now: 0 };
    if (frontier !== before) {
      for (const number of [...places.keys(), ...numbersToAsk(field)]) if (series.get(number)?.changedAt === undefined) touched.add(number);
    }
    for (const number of touched) arrange(number, candidatesOf(number, field));
    touched.clear();
  }

  function arrange(number: number, candidates: Candidate[]): void {
    for (const place of places.get(number) ?? []) {
      const slot = slots[place];
      if (slot?.last !== undefined) asked.set(slot.name, slot.last);
      slots[place] = undefined;
      free.push(place);
    }
    places.set(
      number,
      candidates.filter((candidate) => rule.spacing(candidate) < Number.POSITIVE_INFINITY).map((candidate) => settle(candidate)),
    );
  }

  function settle(candidate: Candidate): number {
    const name = nameOfFile(candidate);
    const place = free.pop() ?? slots.length;
    const share = shareOf(name, phase);
    const { quietDays, besideDays, changedAt } = candidate.standing;
    slots[place] = {
      name,
      number: candidate.number,
      spacing: rule.spacing(candidate),
      share,
      changedAt,
      agesWith: quietDays !== undefined ? "paper" : besideDays !== undefined ? "beside" : undefined,
      last: asked.get(name) ?? candidate.foundAt,
    };
    asked.delete(name);
    if (place >= earliest.length) earliest = Float64Array.from({ length: 2 * place }, (_, known) => earliest[known] ?? 0);
    earliest[place] = 0;
    return place;
  }

  /** The most overdue first; of equals by name. */
  function findDue(now: number, tempo: number): Due[] {
    const due: Due[] = [];
    for (let place = 0; place < slots.length; place++) {
      if (now < (earliest[place] ?? 0)) continue;
      const slot = slots[place];
      if (!slot) {
        earliest[place] = Number.POSITIVE_INFINITY;
        continue;
      }
      const { spacing, agesWith, changedAt = 0 } = slot;
      const present = spacing * (agesWith ? rule.growth(Math.max(0, now - changedAt) / DAY, agesWith) : 1);
      const usualMs = rule.baseMs * present * (1 + JITTER * (slot.share - 0.5));
      const dueAt = dueTime(slot, present, usualMs / tempo, now);
      if (dueAt <= now) due.push({ place, slot, overdue: (now - dueAt) / (usualMs / tempo) });
      else earliest[place] = dueTime(slot, present, usualMs / roomyTempo, now);
    }
    return due.sort((a, b) => b.overdue - a.overdue || (a.slot.name < b.slot.name ? -1 : 1));
  }

  function dueTime({ last, share, changedAt = since }: Slot, spacing: number, everyMs: number, now: number): number {
    if (last !== undefined) return last + everyMs;
    const begun = Math.max(since, Math.min(changedAt, now));
    return spacing <= 1 ? begun : begun + share * everyMs;
  }
}

function getOrSet<Key, Value>(map: Map<Key, Value>, key: Key, create: () => Value): Value {
  const known = map.get(key);
  if (known !== undefined) return known;
  const created = create();
  map.set(key, created);
  return created;
}
