/** With so many in each and no ties the exact distribution is counted out. */
const EXACT_UP_TO = 30;

/** How probable it is, if both came from the same, that they lie at least so far apart: two-sided, in (0, 1]. 1 where one is empty. */
export function mannWhitney(one: readonly number[], other: readonly number[]): number {
  const [n, m] = [one.length, other.length];
  if (n === 0 || m === 0) return 1;
  const all = [...one, ...other].sort((a, b) => a - b);
  const ties = [...Map.groupBy(all, (value) => value).values()].map(({ length }) => length);
  const u = one.reduce((sum, value) => sum + other.reduce((below, against) => below + (against < value ? 1 : against === value ? 0.5 : 0), 0), 0);
  const isExact = ties.every((count) => count === 1) && Math.max(n, m) <= EXACT_UP_TO;
  return isExact ? exactly(Math.min(u, n * m - u), n, m) : approximately(u, n, m, ties);
}

/** Of all ways to mix n and m values, the share in which u is at most so large, twice. */
function exactly(u: number, n: number, m: number): number {
  const ways = countWays(n, m);
  const sum = (counts: readonly number[]) => counts.reduce((total, count) => total + count, 0);
  return Math.min(1, (2 * sum(ways.slice(0, u + 1))) / sum(ways));
}

/** For each u, in how many ways n and m values mix so that so many pairs stand the other way round: each of n is below 0 to m, in rising order. */
function countWays(n: number, m: number): number[] {
  // One more value of the first after another: its place takes the coefficients of (1 - q^(m + i)) / (1 - q^i).
  let counts = [1, ...Array<number>(n * m).fill(0)];
  for (let i = 1; i <= n; i++) {
    counts = counts.map((count, u) => count - (counts[u - m - i] ?? 0));
    for (let u = i; u < counts.length; u++) counts[u] = (counts[u] ?? 0) + (counts[u - i] ?? 0);
  }
  return counts;
}

/** By the normal distribution, with the correction for ties and for that u moves in steps. */
function approximately(u: number, n: number, m: number, ties: readonly number[]): number {
  const total = n + m;
  const tied = ties.reduce((sum, count) => sum + (count ** 3 - count), 0);
  const deviation = Math.sqrt(((n * m) / 12) * (total + 1 - tied / (total * (total - 1))));
  if (deviation === 0) return 1;
  const z = Math.max(0, Math.abs(u - (n * m) / 2) - 0.5) / deviation;
  return Math.min(1, 2 * upperTail(z));
}

/** The normal distribution's share above z >= 0, to seven digits (Abramowitz and Stegun 26.2.17). */
function upperTail(z: number): number {
  const t = 1 / (1 + 0.2316419 * z);
  const polynomial = t * (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
  return (Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)) * polynomial;
}
