import type { SweepSettings } from "../policy.ts";
import { ascending, type Field, type Target } from "./target.ts";

/** What one cycle in so many asks for: the rest, by the remainder of the number. Known numbers first, outliers among them. */
export function coldTargets({ latest, frontier }: Field, hot: readonly Target[], cycle: number, settings: SweepSettings): Target[] {
  const divisor = settings.coldCycleDivisor;
  const slice = (cycle - 1) % divisor;
  const isHot = new Set(hot.map(({ number }) => number));
  const cold = { tier: "cold", depth: settings.coldRevisionDepth } as const;
  const known = ascending(latest.keys())
    .filter((number) => number % divisor === slice && !isHot.has(number))
    .map((number): Target => ({ ...cold, number, latest: latest.get(number) ?? 0 }));
  const unknown: Target[] = [];
  for (let number = 1; number <= frontier; number++)
    if (number % divisor === slice && !latest.has(number) && !isHot.has(number)) unknown.push({ ...cold, number });
  return [...known, ...unknown];
}
