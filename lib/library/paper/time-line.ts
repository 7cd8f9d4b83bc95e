/** What is to be put on the line: a label and a date, "2024-07-15" or less of it. */
export interface TimeMark {
  id: string;
  label: string;
  date: string;
}

/** Where it lies. `row` counts label rows from the line outward; absent where the label finds no room. */
interface PlacedMark {
  id: string;
  label: string;
  x: number;
  /** Middle of the label. */
  labelX: number;
  row?: number;
}

interface TimeTick {
  /** "2024", or "2024-06" where the line is short. */
  date: string;
  x: number;
}

export interface TimeLine {
  marks: PlacedMark[];
  ticks: TimeTick[];
  /** Of labels that are in use, at least 1. */
  rows: number;
}

/** Half of what is written below the line has room there. */
const EDGE = 28;
const MOST_ROWS = 4;
const LETTER_WIDTH = 7;
const LABEL_GAP = 6;
const TICK_GAP = 64;
const DAY = 24 * 60 * 60_000;
/** Longer lines count years. */
const MOST_MONTHS = 36;
/** In months: a tick each of these, the first that leaves room. */
const TICK_STEPS = [1, 3, 6, 12, 24, 60, 120, 240, 600, 1200];

/** Lays marks out from left to right over so many pixels; marks without a date that can be read are left out. */
export function layTimeLine(marks: TimeMark[], width: number): TimeLine {
  const dated = marks.flatMap((mark) => {
    const day = dayOf(mark.date);
    return day === undefined ? [] : [{ ...mark, day }];
  });
  dated.sort((a, b) => a.day - b.day);
  const [first, last] = [dated[0]?.day ?? 0, dated.at(-1)?.day ?? 0];
  const room = Math.max(width - 2 * EDGE, 0);
  const xOf = (day: number) => (last === first ? width / 2 : EDGE + (room * (day - first)) / (last - first));
  const placed = placeLabels(
    dated.map(({ id, label, day }) => ({ id, label, x: xOf(day) })),
    width,
  );
  return { marks: placed, ticks: ticksBetween(first, last, xOf, room), rows: Math.max(1, ...placed.map(({ row = 0 }) => row + 1)) };
}

/** Days since 1970; a month counts as its middle, a year as its own. Undefined for what is no date. */
function dayOf(date: string): number | undefined {
  const full = date.length === 10 ? date : date.length === 7 ? `${date}-15` : `${date}-07-01`;
  const at = /^\d{4}-\d{2}-\d{2}$/.test(full) ? Date.parse(full) : Number.NaN;
  return Number.isNaN(at) ? undefined : Math.floor(at / DAY);
}

/** Each label lies in the first row where it covers no other; one that would stick out moves inward. */
function placeLabels(marks: { id: string; label: string; x: number }[], width: number): PlacedMark[] {
  const ends: number[] = [];
  return marks.map((mark) => {
    const half = (mark.label.length * LETTER_WIDTH) / 2;
    const labelX = Math.max(half, Math.min(mark.x, width - half));
    const row = Array.from({ length: MOST_ROWS }, (_, row) => row).find((row) => (ends[row] ?? Number.NEGATIVE_INFINITY) + LABEL_GAP <= labelX - half);
    if (row !== undefined) ends[row] = labelX + half;
    return { ...mark, labelX, ...(row !== undefined && { row }) };
  });
}

function ticksBetween(first: number, last: number, xOf: (day: number) => number, room: number): TimeTick[] {
  if (last <= first) return [];
  const [from, to] = [monthOf(first), monthOf(last)];
  const wanted = Math.max(1, Math.floor(room / TICK_GAP));
  const step = TICK_STEPS.find((months) => (to - from) / months <= wanted && (months >= 12 || to - from <= MOST_MONTHS)) ?? TICK_STEPS.at(-1) ?? 1200;
  const ticks: TimeTick[] = [];
  for (let month = Math.ceil(from / step) * step; month <= to; month += step) {
    const [year, ofYear] = [Math.floor(month / 12), (month % 12) + 1];
    const date = `${String(year).padStart(4, "0")}-${String(ofYear).padStart(2, "0")}`;
    const day = dayOf(`${date}-01`);
    if (day !== undefined && day >= first && day <= last) ticks.push({ date: step >= 12 ? date.slice(0, 4) : date, x: xOf(day) });
  }
  return ticks;
}

/** Months since the year 0. */
function monthOf(day: number): number {
  const date = new Date(day * DAY);
  return date.getUTCFullYear() * 12 + date.getUTCMonth();
}
