import { Parser } from "htmlparser2";
import { isNode, literalText, type Node, parseCode, placeOf, type Source, walk } from "./read-code.ts";

/** A text in the code that a person would read, and where it stands. */
export interface ShownText {
  place: string;
  text: string;
}

const LETTER = /\p{L}/u;
/** Two words: a text for people, wherever it stands. */
const PROSE = /\p{L}{2,}[ \u00a0]+\p{L}{2,}/u;
/** Shown or spoken by the browser. */
const SHOWN_ATTRIBUTES = new Set([
  "aria-label",
  "aria-description",
  "aria-roledescription",
  "aria-valuetext",
  "title",
  "placeholder",
  "alt",
  "label",
  "summary",
]);
/** Several words for the machine. */
const TECHNICAL_ATTRIBUTES = new Set(["class", "rel", "d", "accept", "style", "sandbox", "href", "preserveAspectRatio", "transform", "viewBox"]);
const SHOWN_PROPERTIES = new Set(["title", "textContent", "innerText", "placeholder", "ariaLabel", "alt", "label"]);
/** Whose arguments are for the machine or for a developer. */
const TECHNICAL_CALLS = /(?:^|\.)(?:querySelector|querySelectorAll|matches|closest|translate|translateCount)$|^console\.|Error$/;

/** Every text of a component (TSX, or TypeScript, where only prose and what is written into the page counts) that is not looked up in _locales. */
export function shownTexts(source: Source): ShownText[] {
  const found = new Map<number, ShownText>();
  const see = (node: Node, pattern: RegExp) => {
    for (const part of textsOf(node)) if (pattern.test(part.text)) found.set(part.node.start, { place: placeOf(source, part.node), text: part.text.trim() });
  };
  walk(parseCode(source), (node, within) => {
    const parent = within.at(-1);
    if (node.type === "JSXText") see({ ...node, type: "Literal" }, LETTER);
    else if (node.type === "JSXExpressionContainer" && parent?.type !== "JSXAttribute") see(node.expression as Node, LETTER);
    else if (node.type === "JSXAttribute" && isNode(node.value)) {
      const value = node.value.type === "JSXExpressionContainer" ? (node.value.expression as Node) : node.value;
      if (SHOWN_ATTRIBUTES.has(attributeName(node))) see(value, isComponent(parent) ? /\p{L} |^\p{Lu}/u : LETTER);
      else if (isComponent(parent)) see(value, /^\p{Lu}/u);
    } else if (node.type === "AssignmentExpression" && isShownProperty(node.left as Node)) see(node.right as Node, LETTER);
    else if (literalText(node, "") !== undefined && !within.some(isTechnical)) see(node, PROSE);
  });
  return [...found.values()];
}

/** Every text of an HTML page: what it shows, its title among it, and what its attributes say. */
export function shownTextsOfHtml({ path, text: html }: Source): ShownText[] {
  const found: ShownText[] = [];
  let hidden = false;
  const see = (text: string) => LETTER.test(text) && found.push({ place: path, text: text.trim() });
  const parser = new Parser({
    onopentag(name, attributes) {
      hidden = name === "script" || name === "style";
      for (const [attribute, value] of Object.entries(attributes)) if (SHOWN_ATTRIBUTES.has(attribute)) see(value);
    },
    onclosetag() {
      hidden = false;
    },
    ontext: (text) => void (hidden || see(text)),
  });
  parser.end(html);
  return found;
}

/** The texts that an expression may come to, as far as they stand in it: both sides of a choice, the parts of a sum, the texts in a list. */
function textsOf(node: Node): { node: Node; text: string }[] {
  const text = literalText(node, " ");
  const own = text === undefined ? [] : [{ node, text }];
  return [...own, ...partsOf(node).filter(isNode).flatMap(textsOf)];
}

function partsOf(node: Node): unknown[] {
  switch (node.type) {
    case "ConditionalExpression":
      return [node.consequent, node.alternate];
    case "LogicalExpression":
      return node.operator === "&&" ? [node.right] : [node.left, node.right];
    case "BinaryExpression":
      return node.operator === "+" ? [node.left, node.right] : [];
    case "TemplateLiteral":
      return node.expressions as Node[];
    case "ArrayExpression":
      return node.elements as Node[];
    case "ParenthesizedExpression":
    case "TSAsExpression":
    case "TSSatisfiesExpression":
      return [node.expression];
    case "MemberExpression":
      return [node.object];
    // ["a", "b"].join(), papers.map((paper) => `${paper} …`)
    case "CallExpression":
      return [node.callee, ...(node.arguments as Node[]).filter(({ type }) => type === "ArrowFunctionExpression").map(({ body }) => body)];
    default:
      return [];
  }
}

function attributeName({ name }: Node): string {
  return String((name as Node).name);
}

function isComponent(element: Node | undefined): boolean {
  const { name, type } = (element?.name ?? {}) as Node;
  return type === "JSXMemberExpression" || /^\p{Lu}/u.test(String(name));
}

function isShownProperty({ type, property }: Node): boolean {
  return type === "MemberExpression" && SHOWN_PROPERTIES.has(String((property as Node).name));
}

/** Whether what stands within is for the machine, or for who reads the console. */
function isTechnical(node: Node): boolean {
  if (node.type === "JSXAttribute") return TECHNICAL_ATTRIBUTES.has(attributeName(node));
  if (node.type === "Property") return TECHNICAL_ATTRIBUTES.has(String((node.key as Node).name));
  if (node.type === "ImportDeclaration") return true;
  return (node.type === "CallExpression" || node.type === "NewExpression") && TECHNICAL_CALLS.test(nameOf(node.callee as Node));
}

/** "document.querySelector" of that call. */
function nameOf(node: Node): string {
  if (node.type === "Identifier") return String(node.name);
  if (node.type === "ChainExpression") return nameOf(node.expression as Node);
  return node.type === "MemberExpression" ? `${nameOf(node.object as Node)}.${String((node.property as Node).name)}` : "";
}
