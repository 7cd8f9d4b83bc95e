import { describe, expect, it } from "vitest";
import { cumulativePoints, drawPlot, type Plot, ticksAt } from "./plot.ts";

const PLOT: Plot = {
  title: "Delay & <cost>",
  description: 'Half within "2 h".',
  x: { label: "hours", from: 1, to: 100, scale: "log", ticks: ticksAt([1, 10, 100]) },
  y: { label: "found", from: 0, to: 1, scale: "linear", ticks: ticksAt([0, 0.5, 1], (share) => `${share * 100} %`) },
  series: [
    {
      name: "straight",
      points: [
        [1, 0],
        [10, 0.5],
        [100, 1],
      ],
    },
    {
      name: "in steps",
      step: true,
      points: [
        [1, 0],
        [10, 0.5],
        [100, 1],
      ],
    },
  ],
};

/** Reads elements strictly: every tag closed in its order, every attribute quoted, no stray markup or bare ampersand. Gives names and texts. */
function readXml(svg: string): { name: string; attributes: string; text: string }[] {
  const elements: { name: string; attributes: string; text: string }[] = [];
  const open: { name: string; attributes: string; text: string }[] = [];
  let rest = svg.trim();
  while (rest !== "") {
    const tag = /^<(\/?)([a-z]+)((?: [a-zA-Z-]+="[^"<]*")*)(\/?)>/.exec(rest);
    const text = /^(?:[^<&]|&(?:amp|lt|gt|quot);)+/.exec(rest);
    const [all = "", closes, name = "", attributes = "", isEmpty] = tag ?? text ?? [];
    if (!tag && !text) throw new Error(`no XML: ${rest.slice(0, 40)}`);
    if (text) {
      const parent = open.at(-1);
      if (!parent) throw new Error("text outside of the document");
      parent.text += all;
    } else if (closes) {
      if (open.pop()?.name !== name) throw new Error(`</${name}> closes nothing`);
    } else {
      const element = { name, attributes, text: "" };
      elements.push(element);
      if (!isEmpty) open.push(element);
    }
    rest = rest.slice(all.length);
  }
  expect(open).toEqual([]);
  return elements;
}

const svg = drawPlot(PLOT);
const elements = readXml(svg);
const lines = elements.filter(({ name, attributes }) => name === "path" && attributes.includes("line"));

describe("a plot", () => {
  it("is one well-formed SVG document that says in words what it shows", () => {
    expect(elements[0]).toMatchObject({ name: "svg", attributes: expect.stringContaining('xmlns="http://www.w3.org/2000/svg"') });
    expect(elements[0]?.attributes).toContain('role="img" aria-labelledby="title description"');
    expect(elements[1]).toMatchObject({ name: "title", attributes: ' id="title"', text: "Delay &amp; &lt;cost&gt;" });
    expect(elements[2]).toMatchObject({ name: "desc", attributes: ' id="description"', text: "Half within &quot;2 h&quot;." });
  });

  it("can be read on a dark ground: the ground, the text, the grid and every line have another colour there", () => {
    const style = elements.find(({ name }) => name === "style")?.text.replaceAll("&gt;", ">") ?? "";
    const [light = "", dark = ""] = style.split("@media(prefers-color-scheme:dark)");
    for (const rule of ["text{", ".ground{", ".grid{", ".s0{", ".s1{"]) {
      const coloursOf = (css: string) => css.split(rule)[1]?.match(/#[0-9a-f]{3,6}/)?.[0];
      expect(coloursOf(light)).toBeDefined();
      expect(coloursOf(dark)).toBeDefined();
      expect(coloursOf(dark)).not.toBe(coloursOf(light));
    }
  });

  it("draws each series once and once more in the legend, under its name", () => {
    expect(lines).toHaveLength(4);
    const texts = elements.filter(({ name }) => name === "text").map(({ text }) => text);
    expect(texts).toEqual(expect.arrayContaining(["straight", "in steps", "hours", "found", "10", "50 %"]));
  });

  it("puts a point where its scale says: the middle of the logarithms in the middle, and up is more", () => {
    const path = /d="([^"]*)"/.exec(lines[0]?.attributes ?? "")?.[1] ?? "";
    const points = [...path.matchAll(/[ML]([\d.]+) ([\d.]+)/g)].map(([, x, y]) => [Number(x), Number(y)] as const);
    const [first = [0, 0], middle = [0, 0], last = [0, 0]] = points;
    expect(points).toHaveLength(3);
    expect(middle[0]).toBeCloseTo((first[0] + last[0]) / 2, 0);
    expect(middle[1]).toBeCloseTo((first[1] + last[1]) / 2, 0);
    expect(last[1]).toBeLessThan(first[1]);
  });

  it("draws steps level and upright", () => expect(lines[1]?.attributes).toMatch(/d="M[\d.]+ [\d.]+(H[\d.]+V[\d.]+){2}"/));

  it("draws what lies outside at the edge, leaves out what is no number, and stays well-formed", () => {
    const points: [number, number][] = [
      [0.001, -5],
      [Number.NaN, 0],
      [10, Number.POSITIVE_INFINITY],
      [1e9, 7],
    ];
    const corners: [number, number][] = [
      [1, 0],
      [100, 1],
    ];
    const lineOf = (svg: string) => /class="line s0" d="([^"]*)"/.exec(svg)?.[1];
    const odd = drawPlot({ ...PLOT, series: [{ name: "odd", points }] });
    readXml(odd);
    expect(odd).not.toMatch(/NaN|Infinity/);
    expect(lineOf(odd)).toBe(lineOf(drawPlot({ ...PLOT, series: [{ name: "corners", points: corners }] })));
  });

  it("is drawn without any series", () => expect(readXml(drawPlot({ ...PLOT, series: [] }))[0]?.name).toBe("svg"));
});

describe("the cumulative share", () => {
  it("steps up at each value", () =>
    expect(cumulativePoints([5, 1, 3, 3])).toEqual([
      [1, 0.25],
      [3, 0.5],
      [3, 0.75],
      [5, 1],
    ]));

  it("keeps its end where it is thinned", () => {
    const points = cumulativePoints(
      Array.from({ length: 10_001 }, (_, value) => value),
      100,
    );
    expect(points.length).toBeLessThanOrEqual(101);
    expect(points.at(-1)).toEqual([10_000, 1]);
  });

  it("of nothing is nothing", () => expect(cumulativePoints([])).toEqual([]));
});
