import { grouped } from "./describe-figures.ts";
import type { FigureRecord, Judgement } from "./judge-figures.ts";

/**
 * The record after these judgements: it falls by itself, rises only where a figure is named to be raised, and loses what
 * is gone. A figure without a record is raised from nothing, else taking out its line would be a way to raise it.
 */
export function nextRecord(judgements: Judgement[], raised: string[]): { record: FigureRecord } | { problems: string[] } {
  const problems = [...judgements.flatMap((judgement) => refusal(judgement, raised)), ...raised.flatMap((name) => needless(name, judgements))];
  if (problems.length > 0) return { problems };
  const kept = judgements.flatMap(({ name, measured, recorded = Number.POSITIVE_INFINITY }) =>
    measured === undefined ? [] : [[name, raised.includes(name) ? measured : Math.min(measured, recorded)] as const],
  );
  return { record: Object.fromEntries(kept) };
}

function refusal({ name, verdict, measured = 0, recorded = 0 }: Judgement, raised: string[]): string[] {
  if (raised.includes(name)) return [];
  if (verdict === "new") return [`${name} has no record; where one is meant to begin at ${grouped(measured)}, add --raise ${name}.`];
  if (verdict === "worse") return [`${name} is ${grouped(measured)}, above its record of ${grouped(recorded)}; where that is meant, add --raise ${name}.`];
  return [];
}

function needless(name: string, judgements: Judgement[]): string[] {
  const judgement = judgements.find((judgement) => judgement.name === name && judgement.measured !== undefined);
  if (!judgement) return [`--raise does not know ${name}; the figures are those that npm run figures prints.`];
  const { measured = 0, recorded } = judgement;
  return recorded === undefined || measured > recorded ? [] : [`${name} is not above its record of ${grouped(recorded)}: leave out --raise ${name}.`];
}
