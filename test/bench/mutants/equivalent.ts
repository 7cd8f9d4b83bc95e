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
    file: "lib/library/catalogue.ts",
    before: 'return { id, documents, newest, title, titleKey: foldText(title), date: dates.reduce((one, other) => (one > other ? one : other), "") };',
    after: 'return { id, documents, newest, title, titleKey: foldText(title), date: dates.reduce((one, other) => (one >= other ? one : other), "") };',
    why: "Of two equal texts it does not matter which is taken.",
  },
  {
    file: "lib/document/html/sift-html.ts",
    before: "} else if (length < MAX_VALUE || (length < MAX_VALUE + 3 && isWithinLetter(byte))) {",
    after: "} else if (length < MAX_VALUE || (length <= MAX_VALUE + 3 && isWithinLetter(byte))) {",
    why: "No letter has more than three bytes behind its first.",
  },
  {
    file: "lib/probe/quiet/share.ts",
    before: "let hash = (0x811c9dc5 ^ (phase * 0x1_0000_0000)) | 0;",
    after: "let hash = (1083068130.5 ^ (phase * 0x1_0000_0000)) | 0;",
    why: "Any number would do to begin with.",
  },
  {
    file: "lib/library/paper/time-line.ts",
    before: "if (day !== undefined && day >= first && day <= last) ticks.push({ date: step >= 12 ? date.slice(0, 4) : date, x: xOf(day) });",
    after: "if (day !== undefined && day >= first && day <= last) ticks.push({ date: step >= 11 ? date.slice(0, 4) : date, x: xOf(day) });",
    why: "There is no step of eleven months.",
  },
  {
    file: "lib/probe/explain-probe.ts",
    before: 'return fromFrontier === 0 ? "at the frontier" : `${Math.abs(fromFrontier)} ${fromFrontier > 0 ? "above" : "below"} the frontier`;',
    after: 'return fromFrontier === 0 ? "at the frontier" : `${Math.abs(fromFrontier)} ${fromFrontier >= 0 ? "above" : "below"} the frontier`;',
    why: "0 has gone another way.",
  },
  {
    file: "lib/probe/quiet/candidates.ts",
    before: "if (bornAt !== undefined && bornAt > (last ?? Number.NEGATIVE_INFINITY)) last = bornAt;",
    after: "if (bornAt !== undefined && bornAt >= (last ?? Number.NEGATIVE_INFINITY)) last = bornAt;",
    why: "Of two equal times it does not matter which is taken.",
  },
  {
    file: "lib/search/search.ts",
    before: "const WEIGHT = [0, -100, -98, 3, 5, 8, 1_000];",
    after: "const WEIGHT = [0, -100, -98, 3, 5, 8, 1001];",
    why: "A number outweighs seven other terms, whatever they are, by hundreds.",
  },
  {
    file: "lib/search/search.ts",
    before: "const WEIGHT = [0, -100, -98, 3, 5, 8, 1_000];",
    after: "const WEIGHT = [0, -100, -98, 3, 5, 8, 999];",
    why: "A number outweighs seven other terms, whatever they are, by hundreds.",
  },
  {
    file: "lib/search/search.ts",
    before: "const ONLY_NUMBER = -100_000;",
    after: "const ONLY_NUMBER = -200000;",
    why: "Half of it outweighs eight numbers.",
  },
  {
    file: "lib/search/search.ts",
    before: "const ONLY_NUMBER = -100_000;",
    after: "const ONLY_NUMBER = -50000;",
    why: "It outweighs eight numbers.",
  },
  {
    file: "lib/search/search.ts",
    before: "for (const spelling of spellings) if (best < QUALITY.word) best = Math.max(best, qualityOf(spelling, one.text));",
    after: "for (const spelling of spellings) if (best <= QUALITY.word) best = Math.max(best, qualityOf(spelling, one.text));",
    why: "It saves time only: a text has no term better than as a word.",
  },
  {
    file: "lib/search/searched-series.ts",
    before: 'return revisions.reduce((latest, { date = "" }) => (date > latest ? date : latest), "");',
    after: 'return revisions.reduce((latest, { date = "" }) => (date >= latest ? date : latest), "");',
    why: "Of two equal texts it does not matter which is taken.",
  },
  {
    file: "lib/watch/syntax/letters-apart.ts",
    before: "if (Math.abs(one.length - other.length) > 2) return Number.POSITIVE_INFINITY;",
    after: "if (Math.abs(one.length - other.length) > 3) return Number.POSITIVE_INFINITY;",
    why: "It saves time only: the distance is never less than the difference in length.",
  },
];
