/** One measured claim: `value` must not exceed `limit`. */
export interface Target {
  name: string;
  value: number;
  unit: string;
  limit: number;
}

export interface Report {
  name: string;
  targets: Target[];
  details: Record<string, unknown>;
}

/** Prints the report, as a table for people or as one JSON object, and gives the exit code: 0 where all targets are met. */
export function printReport({ name, targets, details }: Report, json: boolean): 0 | 1 {
  const judged = targets.map(({ name, value, unit, limit }) => ({ name, value: round(value), unit, limit, ok: value <= limit }));
  if (json) console.log(JSON.stringify({ name, targets: judged, details }, null, 2));
  else {
    console.log(`${name}`);
    console.table(
      judged.map(({ name, value, unit, limit, ok }) => ({ target: name, measured: `${value} ${unit}`, "at most": `${limit} ${unit}`, met: ok ? "yes" : "NO" })),
    );
    console.table(details);
  }
  return judged.every(({ ok }) => ok) ? 0 : 1;
}

/** The middle value; robust against the one run that the machine disturbed. */
export function median(values: number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? (sorted[middle] ?? 0) : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
}

function round(value: number): number {
  return Number(value.toPrecision(3));
}
