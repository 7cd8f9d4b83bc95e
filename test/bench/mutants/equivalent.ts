// biome-ignore-all lint/suspicious/noTemplateCurlyInString: these texts are code.

/** A change that no test can notice, since the code does the same with it, and why that is so. */
export interface Equivalent {
  file: string;
  /** As the bench prints them: the lines that are touched, without their margins. */
  before: string;
  after: string;
  why: string;
}

export const EQUIVALENT: readonly Equivalent[] = [
  {
    file: "lib/probe/explain-probe.ts",
    before: 'return fromFrontier === 0 ? "at the frontier" : `${Math.abs(fromFrontier)} ${fromFrontier > 0 ? "above" : "below"} the frontier`;',
    after: 'return fromFrontier === 0 ? "at the frontier" : `${Math.abs(fromFrontier)} ${fromFrontier >= 0 ? "above" : "below"} the frontier`;',
    why: "0 has gone another way.",
  },
  {
    file: "lib/search/searched-series.ts",
    before: 'return revisions.reduce((latest, { date = "" }) => (date > latest ? date : latest), "");',
    after: 'return revisions.reduce((latest, { date = "" }) => (date >= latest ? date : latest), "");',
    why: "Of two equal texts it does not matter which is taken.",
  },
  {
    file: "lib/watch/suggesting/suggest-prefix.ts",
    before: "if (Math.abs(one.length - other.length) > 2) return Number.POSITIVE_INFINITY;",
    after: "if (Math.abs(one.length - other.length) > 3) return Number.POSITIVE_INFINITY;",
    why: "It saves time only: the distance is never less than the difference in length.",
  },
];
