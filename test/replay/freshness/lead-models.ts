const HOUR = 60 * 60_000;
const DAY = 24 * HOUR;
/** A mailing is in the index about so long after its deadline (STATS 8: a quarter of all papers is there after five days or less). */
export const DEADLINE_TO_INDEX_MS = 6 * DAY;

/** What a model may go by; epoch ms. */
interface Dated {
  /** The first moment of the document date, UTC. */
  date: number;
  /** When the index first had the paper. */
  listedAt: number;
}

/** When a draft of a paper appears on isocpp.org, as far ahead of its date as the model says. */
export interface LeadModel {
  says: string;
  appearsAt(paper: Dated, random: () => number): number;
}

const MEDIAN_DAYS = 7;
const SIGMA = 1.1;

/**
 * Nobody knows how long drafts lie there before their document date: these are guesses that differ as much as guesses can,
 * so that what is true in all of them is likely to be true.
 */
export const LEAD_MODELS: Record<string, LeadModel> = {
  base: {
    says: "40 % on the date, 60 % ahead of it by a lognormal lead, median 7 days, sigma 1.1",
    appearsAt: ({ date }, random) => someTimeOn(date, random) - (random() < 0.4 ? 0 : lognormal(MEDIAN_DAYS, SIGMA, random)),
  },
  "on-date": { says: "all on the date", appearsAt: ({ date }, random) => someTimeOn(date, random) },
  heavy: {
    says: "half on the date, half ahead of it by a lognormal lead, median 20 days, sigma 2: one in ten by nearly a year",
    appearsAt: ({ date }, random) => someTimeOn(date, random) - (random() < 0.5 ? 0 : lognormal(20, 2, random)),
  },
  week: { says: "all on the day a week ahead", appearsAt: ({ date }, random) => someTimeOn(date, random) - 7 * DAY },
  month: { says: "all on the day 30 days ahead", appearsAt: ({ date }, random) => someTimeOn(date, random) - 30 * DAY },
  spread: { says: "evenly over the 30 days ahead", appearsAt: ({ date }, random) => someTimeOn(date, random) - random() * 30 * DAY },
  burst: {
    says: "at the mailing's deadline, six days before the index has it: ahead of it by an exponential lead, mean 2 days, whatever the date",
    appearsAt: ({ listedAt }, random) => listedAt - DEADLINE_TO_INDEX_MS + Math.log(1 - random()) * 2 * DAY,
  },
  "office-hours": {
    says: "as base, but moved to the next hour between 8 and 20 o'clock UTC from Monday to Friday",
    appearsAt: ({ date }, random) => officeHour(someTimeOn(date, random) - (random() < 0.4 ? 0 : lognormal(MEDIAN_DAYS, SIGMA, random))),
  },
};

function someTimeOn(day: number, random: () => number): number {
  return day + random() * DAY;
}

/** Milliseconds. */
function lognormal(medianDays: number, sigma: number, random: () => number): number {
  const normal = Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  return medianDays * Math.exp(sigma * normal) * DAY;
}

function officeHour(at: number): number {
  const moved = new Date(at);
  const isOpen = () => moved.getUTCDay() % 6 !== 0 && moved.getUTCHours() >= 8 && moved.getUTCHours() < 20;
  while (!isOpen()) moved.setTime(moved.getTime() + HOUR);
  return moved.getTime();
}
