import type { BlockKind } from "../document.ts";
import type { PageLine } from "../page-line.ts";

const BLOCKS = new Set(
  (
    "address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr " +
    "html legend li main nav ol option p pre section summary table tbody td tfoot th thead tr ul"
  ).split(" "),
);
const NOT_READ = new Set(
  "annotation annotation-xml audio button canvas embed iframe map nav noscript object script select style svg template textarea video".split(" "),
);
const CONTENTS = new Set(["toc", "table-of-contents", "doc-toc"]);
const MAX_NAMES = 200;
/** A formula for those who hear it, beside the same in letters and signs. */
const SAID_AGAIN = /(?:^|\s)(?:katex-mathml|mjx_assistive_mathml)(?:\s|$)/i;
/** Which children of such an element of a formula, counted from 0, are raised, or stand behind a line. */
const RAISED_CHILD: Record<string, number> = { msup: 1, msubsup: 2 };
const UNDER_LINE: Record<string, number> = { mfrac: 1 };

type Attributes = Record<string, string>;

const KINDS: Record<string, BlockKind> = { li: "item", pre: "code", blockquote: "quote", dt: "term", dd: "text", td: "text", th: "text" };

/** Whether the words in an element stand in lines of their own; those of other elements are part of the line around them. */
export function isBlock(element: string): boolean {
  return BLOCKS.has(element);
}

/** Whether nobody reads what is in an element: scripts, styles, pictures, menus, and the table of contents. */
export function isSkipped(element: string, { id = "", class: names = "", role = "" }: Attributes): boolean {
  if (NOT_READ.has(element) || (names !== "" && SAID_AGAIN.test(names.slice(0, MAX_NAMES)))) return true;
  if ((id === "" && role === "" && names === "") || !isBlock(element) || element === "body") return false;
  return [id, role, ...classesOf(names)].some((name) => CONTENTS.has(name.toLowerCase()));
}

/** How the child of an element of a formula stands to those before it: "10" and "6" are not 106, nor "1" and "2" of a fraction 12. */
export function formulaPart(element: string, child: number): "raised" | "under" | undefined {
  if (Object.hasOwn(RAISED_CHILD, element) && RAISED_CHILD[element] === child) return "raised";
  return Object.hasOwn(UNDER_LINE, element) && UNDER_LINE[element] === child ? "under" : undefined;
}

/** What an element makes of the words in it; undefined for those that leave it at what they are. */
export function kindOf(element: string): BlockKind | undefined {
  return Object.hasOwn(KINDS, element) ? KINDS[element] : undefined;
}

/** What the tools that papers are written with call an element. */
export function partOf({ id = "", class: names = "", "data-fill-with": filled = "" }: Attributes): PageLine["part"] {
  if (names === "" && id === "" && filled === "") return undefined;
  const classes = classesOf(names);
  if (classes.includes("subtitle")) return "subtitle";
  if (classes.includes("title") || id === "title") return "title";
  if (classes.includes("author") || classes.includes("authors")) return "author";
  if (classes.includes("abstract") || filled === "abstract") return "abstract";
  return classes.includes("date") ? "date" : undefined;
}

/** The address of a link to a mailbox. */
export function mailOf({ href = "" }: Attributes): string | undefined {
  const [, address] = /^mailto:([^?\s]{1,100})/i.exec(href) ?? [];
  return address;
}

function classesOf(names: string): string[] {
  return names.slice(0, MAX_NAMES).toLowerCase().split(/\s+/);
}
