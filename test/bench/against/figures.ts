import type { Report } from "../report.ts";

export type Direction = "lower" | "higher";

/** What a bench measured, by its name, with which values are better; what is not measured but given is none. */
export type Figures = Map<string, { value: number; better: Direction }>;

/** The first that fits decides. What fits nowhere is no figure: a number of papers is neither good nor bad. */
const DETAILS: [name: RegExp, better: Direction][] = [
  [/^found with a slip/, "higher"],
  [/\bper second\b/, "higher"],
  [/^with all authors$|^with the right title$/, "higher"],
  [/\((ms|s|MB)\)$|gzipped \(kB\)$/, "lower"],
  [/^cycle \/ /, "lower"],
  [/^that could not be read$|^such names$/, "lower"],
];

/** The figures of a report, one each; of what has an aim less is better, since each aim says how much is the most. */
export function figuresOf({ targets, details }: Pick<Report, "details"> & { targets: { name: string; value: number; unit: string }[] }): Figures {
  const measured: [string, { value: number; better: Direction }][] = targets.map(({ name, value, unit }) => [
    unit === "" ? name : `${name} (${unit})`,
    { value, better: "lower" },
  ]);
  for (const [name, value] of Object.entries(details)) {
    const better = DETAILS.find(([pattern]) => pattern.test(name))?.[1];
    if (typeof value === "number" && better) measured.push([name, { value, better }]);
  }
  return new Map(measured);
}
