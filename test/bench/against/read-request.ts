import { BadInput } from "./bad-input.ts";

/** What to compare, and how. */
export interface Request {
  bench: string;
  commit: string;
  /** Of each side, the first included, which is thrown away. */
  runs: number;
  json: boolean;
  /** For the bench itself. */
  options: string[];
}

/** "build": today's bench runs on both builds. "sources": it bundles what stands in its folder, so that each side has its own. */
export const BENCHES: Record<string, "build" | "sources"> = {
  ui: "build",
  changes: "build",
  work: "build",
  index: "sources",
  probe: "sources",
  "first-page": "sources",
};
const FEWEST_RUNS = 7;
const USUAL_RUNS = 8;

/** Reads `NAME [options of the bench] --against COMMIT [--times N] [--json]`; throws BadInput. */
export function readRequest([bench = "", ...words]: readonly string[]): Request {
  if (!BENCHES[bench]) throw new BadInput(`${bench} cannot be compared: that can be done with ${Object.keys(BENCHES).join(", ")}.`);
  const options: string[] = [];
  const request: Request = { bench, commit: "", runs: USUAL_RUNS, json: false, options };
  const left = words.flatMap((word) => (/^--(?:against|times)=/.test(word) ? [word.slice(0, word.indexOf("=")), word.slice(word.indexOf("=") + 1)] : word));
  for (let word = left.shift(); word !== undefined; word = left.shift()) {
    if (word === "--against") request.commit = left.shift() ?? "";
    else if (word === "--times") request.runs = Number(left.shift());
    else if (word === "--json") request.json = true;
    else options.push(word);
  }
  if (!request.commit || request.commit.startsWith("-")) throw new BadInput("Say against which commit: --against HEAD~1.");
  if (!Number.isSafeInteger(request.runs) || request.runs < FEWEST_RUNS)
    throw new BadInput(`--times is how often each side runs: ${FEWEST_RUNS} or more, of which the first is thrown away.`);
  return request;
}
