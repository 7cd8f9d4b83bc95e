/** What ended well on a day, and what ended badly. */
export interface DayBar {
  full: number;
  hollow: number;
}

/** A bar on a drawing: y counts from its top. */
export interface DrawnBar {
  x: number;
  y: number;
  width: number;
  height: number;
  kind: keyof DayBar;
}

/** So that one failure among fifty checks can be seen. */
const LEAST_HEIGHT = 3;
const GAP = 0.25;

/** The bars of these days side by side, the hollow on top of the full, in a drawing that is as wide as there are days times `step` and so high. */
export function drawBars(days: DayBar[], step: number, height: number): DrawnBar[] {
  const most = Math.max(1, ...days.map(({ full, hollow }) => full + hollow));
  const room = height - 2 * LEAST_HEIGHT;
  return days.flatMap((day, position) => {
    let y = height;
    return (["full", "hollow"] as const).flatMap((kind) => {
      if (day[kind] === 0) return [];
      const high = LEAST_HEIGHT + (day[kind] / most) * room;
      y -= high;
      return { x: (position + GAP / 2) * step, y, width: step * (1 - GAP), height: high, kind };
    });
  });
}
