/** Something of the project that should not grow. */
export interface Figure {
  name: string;
  value: number;
  /** The share by which it may differ between machines without being another; none where absent. */
  tolerance?: number;
}

/** The best value so far, by the figure's name. */
export type FigureRecord = Record<string, number>;

export interface Judgement {
  name: string;
  /** "new" has no record, "gone" is recorded and no longer measured. */
  verdict: "held" | "better" | "worse" | "new" | "gone";
  measured?: number;
  recorded?: number;
  /** The highest value that is still held. */
  limit?: number;
}

/** Holds each figure against its record: those that are measured in their order, then what is only recorded. */
export function judgeFigures(figures: Figure[], record: FigureRecord): Judgement[] {
  const names = new Set(figures.map(({ name }) => name));
  const gone = Object.entries(record).filter(([name]) => !names.has(name));
  return [...figures.map((figure) => judge(figure, record)), ...gone.map(([name, recorded]) => ({ name, verdict: "gone" as const, recorded }))];
}

function judge({ name, value: measured, tolerance = 0 }: Figure, record: FigureRecord): Judgement {
  const recorded = Object.hasOwn(record, name) ? record[name] : undefined;
  if (recorded === undefined) return { name, verdict: "new", measured };
  const limit = recorded + Math.floor(recorded * tolerance);
  return { name, verdict: measured > limit ? "worse" : measured < recorded ? "better" : "held", measured, recorded, limit };
}
