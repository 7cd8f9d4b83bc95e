import type { Verdict } from "./judge-screens.ts";

const KEEP = "npm run pictures -- --keep takes over what is meant";

/**
 * What to tell of the verdicts, and whether they are a reason to fail. Where `others` names what pictures were taken with
 * other than the kept ones, only a damaged one is.
 */
export function describeScreens(verdicts: Verdict[], others: string[], folder: string): { lines: string[]; fails: boolean } {
  const of = verdicts.filter(({ verdict }) => verdict !== "same");
  const same = `${verdicts.length - of.length} of ${verdicts.length} pictures are as they were.`;
  if (of.length === 0) return { lines: [same], fails: false };
  const lines = [...of.map((verdict) => describeOne(verdict, folder)), same];
  if (others.length > 0 && of.every(({ verdict }) => verdict !== "damaged"))
    return { lines: [...lines, `No reason to fail: taken with ${others.join(", ")}. ${KEEP}, and compares strictly again.`], fails: false };
  const look = of.some(({ verdict }) => verdict === "changed") ? "Look at the images of the differences: " : "";
  return { lines: [...lines, `${look}${KEEP}; what is not, the code has to undo.`], fails: true };
}

function describeOne(judged: Verdict, folder: string): string {
  switch (judged.verdict) {
    case "changed":
      return `changed  ${judged.name}: ${percent(judged.share)} (${judged.pixels} pixels), see ${judged.image}`;
    case "missing":
      return `missing  ${judged.name}: it is kept, but no test takes it any more`;
    case "new":
      return `new      ${judged.name}: nothing is kept to compare it with`;
    case "damaged":
      return `damaged  ${folder}/${judged.name} is no whole PNG: git restore ${folder} brings back what was kept`;
    case "same":
      return `same     ${judged.name}`;
  }
}

/** A few pixels are more than none. */
function percent(share: number): string {
  return share > 0 && share < 0.0001 ? "< 0.01 %" : `${(100 * share).toFixed(2)} %`;
}
