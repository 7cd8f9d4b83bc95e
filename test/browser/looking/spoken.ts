import type { Page, SerializedAXNode } from "puppeteer-core";

/** What of a node a screen reader says beside its name and role. */
const STATES = ["value", "valuetext", "checked", "pressed", "expanded", "selected", "disabled", "invalid", "modal", "haspopup"] as const;
/** Roles that nobody hears of: what stands in them is all there is. */
const SILENT = new Set([
  "generic",
  "none",
  "paragraph",
  "StaticText",
  "InlineTextBox",
  "RootWebArea",
  "sectionheader",
  "sectionfooter",
  "code",
  "strong",
  "emphasis",
  "mark",
]);
/** What else is said of a thing by its description, where it says more than the name. */
const described = ({ name = "", description = "" }: SerializedAXNode) => (description === "" || description === name ? "" : ` (${description})`);

/** A node as a screen reader says it: role, name, states. */
function spoken(node: SerializedAXNode): string {
  const states = STATES.flatMap((state) => {
    const value = node[state];
    return value === undefined || value === "" || value === "false" ? [] : value === true ? [state] : [`${state} ${value}`];
  });
  return [`${node.role} "${(node.name ?? "").replace(/\s+/g, " ").trim()}"${described(node)}`, ...states].join(", ");
}

/** The part of the page that has the focus, as it is said. */
export async function focusSpoken(page: Page): Promise<string> {
  const focused = find(await page.accessibility.snapshot({ interestingOnly: false }), ({ focused }) => focused === true);
  return focused ? spoken(focused) : "nothing";
}

/** All that one comes by who reads the page from top to bottom, indented as it is nested. */
export async function readThrough(page: Page): Promise<string[]> {
  const root = await page.accessibility.snapshot({ interestingOnly: false });
  return root ? lines(root, 0) : [];
}

function lines(node: SerializedAXNode, depth: number): string[] {
  const name = (node.name ?? "").trim();
  if (node.role === "StaticText") return name === "" ? [] : [`${"  ".repeat(depth)}${name}`];
  const below = (deeper: number) => (node.children ?? []).flatMap((child) => lines(child, deeper));
  if (SILENT.has(node.role)) return below(depth);
  const inner = below(depth + 1);
  // What is named by all that stands in it says it once.
  const isSaid = inner.every((line) => name.replace(/\s+/g, "").includes(line.trim().replace(/\s+/g, "")) && !/ "/.test(line));
  return [`${"  ".repeat(depth)}${spoken(node)}`, ...(isSaid ? [] : inner)];
}

function find(node: SerializedAXNode | null, isIt: (node: SerializedAXNode) => boolean): SerializedAXNode | undefined {
  if (!node) return undefined;
  for (const child of node.children ?? []) {
    const found = find(child, isIt);
    if (found) return found;
  }
  return isIt(node) ? node : undefined;
}
