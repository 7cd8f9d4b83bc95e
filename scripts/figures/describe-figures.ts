import type { Judgement } from "./judge-figures.ts";

const NUMBERS = new Intl.NumberFormat("en");
const NONE = "-";

/** 12,345. */
export function grouped(value: number): string {
  return NUMBERS.format(value);
}

/** A line for each figure: what it is now, what is recorded, the difference. */
export function figureTable(judgements: Judgement[]): string {
  const rows = judgements.map(({ name, measured, recorded, verdict }) => [
    name,
    measured === undefined ? NONE : grouped(measured),
    recorded === undefined ? NONE : grouped(recorded),
    measured === undefined || recorded === undefined ? NONE : signed(measured - recorded),
    verdict === "held" ? "" : verdict,
  ]);
  const table = [["figure", "now", "recorded", "difference", ""], ...rows];
  const widths = table[0]?.map((_, column) => Math.max(...table.map((row) => row[column]?.length ?? 0))) ?? [];
  const cell = (text: string, column: number) => (column === 0 || column === 4 ? text.padEnd(widths[column] ?? 0) : text.padStart(widths[column] ?? 0));
  return table.map((row) => row.map(cell).join("  ").trimEnd()).join("\n");
}

/** What is wrong, a sentence or two each, with what can be done; none where all figures hold. */
export function figureProblems(judgements: Judgement[], file: string): string[] {
  return judgements.flatMap(({ name, verdict, measured = 0, recorded = 0, limit = recorded }) => {
    if (verdict === "worse") {
      const tolerated = limit > recorded ? ` (up to ${grouped(limit)} may come from another machine)` : "";
      return [
        `${name} is ${grouped(measured)}, ${grouped(recorded)} is recorded${tolerated}. Bring it down, or, in a commit that says why: npm run figures -- --write --raise ${name}`,
      ];
    }
    if (verdict === "new") return [`${name} is not in ${file}. To begin its record: npm run figures -- --write --raise ${name}`];
    if (verdict === "gone") return [`${name} is in ${file}, but nothing measures it any more. To take it out: npm run figures -- --write`];
    return [];
  });
}

function signed(difference: number): string {
  return `${difference > 0 ? "+" : ""}${grouped(difference)}`;
}
