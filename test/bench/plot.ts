/** A line through points in the order of x; `step` holds each value until the next. */
export interface Series {
  name: string;
  points: [x: number, y: number][];
  step?: boolean;
}

/** `ticks` stand at the axis as they are; what lies outside its ends is drawn at them. */
export interface Axis {
  label: string;
  from: number;
  to: number;
  scale: "linear" | "log";
  ticks: { at: number; label: string }[];
}

export interface Plot {
  title: string;
  /** What a person who does not see the lines is told. */
  description: string;
  x: Axis;
  y: Axis;
  series: Series[];
}

const WIDTH = 860;
const HEIGHT = 440;
const LEFT = 74;
const RIGHT = 20;
const TOP = 46;
const BOTTOM = 58;
const LEGEND_LINE = 20;
const LEGEND_COLUMNS = 2;
/** Told apart on both grounds, and by dashes where colours are not seen. */
const STROKES = [
  ["#1965b0", "#7bafde", ""],
  ["#c8321e", "#f4846c", "7 3"],
  ["#2f7d32", "#82cf86", "2 3"],
  ["#8a5a00", "#e2b34d", "10 3 2 3"],
  ["#7a3e9d", "#cf9be6", "4 2"],
  ["#57606a", "#b4bcc6", "1 2"],
  ["#b0176b", "#f08ac0", "12 2"],
];

/** The plot as an SVG document that is readable on a light and on a dark ground; numbers that are not finite are left out. */
export function drawPlot({ title, description, x, y, series }: Plot): string {
  const legendRows = Math.ceil(series.length / LEGEND_COLUMNS);
  const height = HEIGHT + legendRows * LEGEND_LINE;
  const atX = (value: number) => LEFT + share(x, value) * (WIDTH - LEFT - RIGHT);
  const atY = (value: number) => HEIGHT - BOTTOM - share(y, value) * (HEIGHT - TOP - BOTTOM);
  const legendX = (position: number) => LEFT + (position % LEGEND_COLUMNS) * ((WIDTH - LEFT - RIGHT) / LEGEND_COLUMNS);
  const legendY = (position: number) => HEIGHT + Math.floor(position / LEGEND_COLUMNS) * LEGEND_LINE;
  return `${[
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" role="img" aria-labelledby="title description">`,
    `<title id="title">${escapeXml(title)}</title>`,
    `<desc id="description">${escapeXml(description)}</desc>`,
    `<style>${style(series.length)}</style>`,
    `<rect class="ground" width="${WIDTH}" height="${height}"/>`,
    `<text class="title" x="${LEFT}" y="26">${escapeXml(title)}</text>`,
    ...x.ticks.map(({ at, label }) => tick(atX(at), HEIGHT - BOTTOM, `M${round(atX(at))} ${TOP}V${HEIGHT - BOTTOM}`, label, 18, "middle")),
    ...y.ticks.map(({ at, label }) => tick(LEFT - 8, atY(at), `M${LEFT} ${round(atY(at))}H${WIDTH - RIGHT}`, label, 4, "end")),
    `<text x="${(LEFT + WIDTH - RIGHT) / 2}" y="${HEIGHT - BOTTOM + 40}" text-anchor="middle">${escapeXml(x.label)}</text>`,
    `<text transform="translate(18 ${(TOP + HEIGHT - BOTTOM) / 2}) rotate(-90)" text-anchor="middle">${escapeXml(y.label)}</text>`,
    ...series.map(({ points, step = false }, position) => `<path class="line s${position}" d="${path(points, step, atX, atY)}"/>`),
    ...series.map(
      ({ name }, position) =>
        `<path class="line s${position}" d="M${legendX(position)} ${legendY(position)}h28"/><text x="${legendX(position) + 36}" y="${legendY(position) + 4}">${escapeXml(name)}</text>`,
    ),
    "</svg>",
  ].join("\n")}\n`;
}

/** Ticks at these values, written as they are unless `label` says otherwise. */
export function ticksAt(values: number[], label: (value: number) => string = String): Axis["ticks"] {
  return values.map((at) => ({ at, label: label(at) }));
}

/** The cumulative share of values: a step up at each, thinned to at most `most` points. */
export function cumulativePoints(values: ArrayLike<number>, most = 400): [x: number, share: number][] {
  const sorted = Float64Array.from(values).sort();
  const every = Math.max(1, Math.ceil(sorted.length / most));
  const points: [number, number][] = [];
  for (let position = 0; position < sorted.length; position++) {
    const isLast = position === sorted.length - 1;
    if (isLast || position % every === 0) points.push([sorted[position] ?? 0, (position + 1) / sorted.length]);
  }
  return points;
}

function share({ from, to, scale }: Axis, value: number): number {
  const within = Math.min(Math.max(value, from), to);
  return scale === "linear" ? (within - from) / (to - from) : Math.log(within / from) / Math.log(to / from);
}

function path(points: [number, number][], step: boolean, atX: (value: number) => number, atY: (value: number) => number): string {
  let drawn = "";
  for (const [x, y] of points) {
    if (!Number.isFinite(x) || !Number.isFinite(y)) continue;
    if (drawn === "") drawn = `M${round(atX(x))} ${round(atY(y))}`;
    else drawn += step ? `H${round(atX(x))}V${round(atY(y))}` : `L${round(atX(x))} ${round(atY(y))}`;
  }
  return drawn;
}

function tick(x: number, y: number, line: string, label: string, down: number, anchor: string): string {
  return `<path class="grid" d="${line}"/><text x="${round(x)}" y="${round(y + down)}" text-anchor="${anchor}">${escapeXml(label)}</text>`;
}

function style(count: number): string {
  const strokes = Array.from({ length: count }, (_, position) => STROKES[position % STROKES.length] ?? []);
  const colours = (which: 0 | 1) => strokes.map((stroke, position) => `.s${position}{stroke:${stroke[which]}}`).join("");
  const dashes = strokes.map((stroke, position) => (stroke[2] ? `.s${position}{stroke-dasharray:${stroke[2]}}` : "")).join("");
  return [
    "text{font:13px system-ui,sans-serif;fill:#1f2328}.title{font-size:16px;font-weight:600}",
    ".ground{fill:#fff}.grid{stroke:#d8dee4;fill:none}.line{fill:none;stroke-width:2}",
    `${colours(0)}${dashes}`,
    `@media(prefers-color-scheme:dark){text{fill:#e6edf3}.ground{fill:#0d1117}.grid{stroke:#30363d}${colours(1)}}`,
  ].join("");
}

function escapeXml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}

function round(value: number): number {
  return Number(value.toFixed(1));
}
