import { isNode, type Node, parseCode, type Source } from "../../languages/read-code.ts";

/** One small change of a text, which may make the code wrong. Places count from 0, `end` lies behind what is replaced. */
export interface Change {
  start: number;
  end: number;
  instead: string;
}

/** The other operator that a slip of the hand would write. */
const OPERATORS: Record<string, string> = {
  "<": "<=",
  "<=": "<",
  ">": ">=",
  ">=": ">",
  "===": "!==",
  "!==": "===",
  "+": "-",
  "-": "+",
  "*": "/",
  "/": "*",
  "%": "*",
  "&&": "||",
  "||": "&&",
  "??": "&&",
  "+=": "-=",
  "-=": "+=",
  "++": "--",
  "--": "++",
};
const METHODS: Record<string, string> = {
  some: "every",
  every: "some",
  startsWith: "endsWith",
  endsWith: "startsWith",
  min: "max",
  max: "min",
  floor: "ceil",
  ceil: "floor",
  find: "findLast",
  findLast: "find",
  indexOf: "lastIndexOf",
  lastIndexOf: "indexOf",
};
/** A call of these gives what it was called on, or something much like it. */
const DROPPED = new Set(["filter", "sort", "toSorted", "reverse", "toReversed", "slice", "trim", "toLowerCase", "toUpperCase", "normalize", "toWellFormed"]);
const GIVE_LISTS = new Set(["map", "filter", "flatMap", "flat", "sort", "toSorted", "reverse", "toReversed", "split", "keys", "values"]);
const COMPARISONS = new Set(["<", "<=", ">", ">=", "===", "!==", "in", "instanceof"]);
/** What stands in these says nothing at run time. */
const KEEP_ONLY_EXPRESSION = new Set(["TSAsExpression", "TSSatisfiesExpression", "TSNonNullExpression"]);
/** Above it one more or one less is nothing; such a number is doubled and halved. */
const SMALL = 1_000;

/**
 * The small changes that can be made to the code: operators, bounds, conditions, constants, results, statements. Types, imports,
 * strings and the words of errors are left alone.
 */
export function changesOf(source: Source): Change[] {
  const changes: Change[] = [];
  visit(parseCode(source));
  return changes.filter(({ start, end, instead }) => source.text.slice(start, end) !== instead);

  function visit(node: Node, parent?: Node): void {
    if (KEEP_ONLY_EXPRESSION.has(node.type)) visit(node.expression as Node, parent);
    else if (!isLeftAlone(node)) {
      changes.push(...changesAt(node, parent, source.text));
      const isSign = node.type === "UnaryExpression" && parent?.type === "ConditionalExpression";
      for (const [part, value] of Object.entries(node)) {
        if (part === "key" && !node.computed) continue;
        for (const child of [value].flat()) if (isNode(child)) visit(child, isSign ? parent : node);
      }
    }
  }
}

/** The text with the change in it. */
export function withChange(text: string, { start, end, instead }: Change): string {
  return text.slice(0, start) + instead + text.slice(end);
}

function changesAt(node: Node, parent: Node | undefined, text: string): Change[] {
  const [start, end] = [node.start, node.end as number];
  const replaced = (...instead: string[]) => instead.map((one) => ({ start, end, instead: one }));
  switch (node.type) {
    case "BinaryExpression":
    case "LogicalExpression":
    case "AssignmentExpression":
      return swappedOperator(node, text);
    case "UpdateExpression":
      return replaced(text.slice(start, end).replace(String(node.operator), OPERATORS[String(node.operator)] ?? ""));
    case "UnaryExpression":
      return node.operator === "!" || node.operator === "-" ? [{ start, end: (node.argument as Node).start, instead: "" }] : [];
    case "CallExpression":
      return changedCall(node);
    case "Literal":
      return changedLiteral(node, text, parent);
    case "IfStatement":
    case "ConditionalExpression":
      return conditions(node, ["true", "false"]);
    case "WhileStatement":
    case "ForStatement":
      return conditions(node, ["false"]);
    case "ReturnStatement":
      return isNode(node.argument) ? results(node.argument) : replaced(";");
    case "ArrowFunctionExpression":
      return node.expression && isNode(node.body) && !isThrownAway(parent) ? results(node.body) : [];
    case "ExpressionStatement":
      return node.directive ? [] : replaced(";");
    case "ThrowStatement":
    case "BreakStatement":
    case "ContinueStatement":
      return replaced(";");
    default:
      return [];
  }
}

function swappedOperator(node: Node, text: string): Change[] {
  const operator = String(node.operator);
  const instead = OPERATORS[operator];
  const isJoin = operator.startsWith("+") && [node.left, node.right].some(isText);
  if (!instead || isJoin) return [];
  const start = text.indexOf(operator, (node.left as Node).end as number);
  return [{ start, end: start + operator.length, instead }];
}

/** Text that is put together stays text, whatever its operator. */
function isText(part: unknown): boolean {
  if (!isNode(part)) return false;
  if (part.type === "ParenthesizedExpression") return isText(part.expression);
  if (part.type === "BinaryExpression" && part.operator === "+") return isText(part.left) || isText(part.right);
  return part.type === "TemplateLiteral" || (part.type === "Literal" && typeof part.value === "string");
}

function changedCall(node: Node): Change[] {
  const callee = node.callee as Node;
  if (callee.type !== "MemberExpression" || callee.computed) return [];
  const [object, property] = [callee.object as Node, callee.property as Node];
  const method = String(property.name);
  const instead = METHODS[method];
  if (instead) return [{ start: property.start, end: property.end as number, instead }];
  return DROPPED.has(method) ? [{ start: object.end as number, end: node.end as number, instead: "" }] : [];
}

function changedLiteral({ value, regex, start, end }: Node, text: string, parent: Node | undefined): Change[] {
  const all = (instead: unknown[]) => instead.map((one) => ({ start, end: end as number, instead: String(one) }));
  // Of a sign, as functions give that compare, more is the same.
  if (value === 1 && parent?.type === "ConditionalExpression") return all([0]);
  if (typeof value === "boolean") return all([!value]);
  if (typeof value === "number")
    return all(value > SMALL ? [value * 2, value / 2] : value === 0 ? [1] : Number.isInteger(value) ? [value + 1, value - 1] : [value * 2]);
  return regex ? changedPattern(text.slice(start, end as number)).map((instead) => ({ start, end: end as number, instead })) : [];
}

/** An expression with one anchor, its case or one bound of a repetition changed: /^a{1,3}$/i. */
function changedPattern(pattern: string): string[] {
  const flags = pattern.slice(pattern.lastIndexOf("/") + 1);
  const body = pattern.slice(1, pattern.length - flags.length - 1);
  const changed: string[] = [];
  if (body.startsWith("^")) changed.push(`/${body.slice(1)}/${flags}`);
  if (/(?<!\\)\$$/.test(body)) changed.push(`/${body.slice(0, -1)}/${flags}`);
  if (flags.includes("i")) changed.push(`/${body}/${flags.replace("i", "")}`);
  for (const found of body.matchAll(/(?<=(?<!\\)\{(?:\d+,)?)\d+(?=(?:,\d*)?\})/g))
    changed.push(`/${body.slice(0, found.index)}${Number(found[0]) + 1}${body.slice(found.index + found[0].length)}/${flags}`);
  return changed.filter(isPattern);
}

function isPattern(pattern: string): boolean {
  try {
    new RegExp(pattern.slice(1, pattern.lastIndexOf("/")), pattern.slice(pattern.lastIndexOf("/") + 1));
    return true;
  } catch (error) {
    // {2,2} became {3,2}: that is no expression any more.
    if (error instanceof SyntaxError) return false;
    throw error;
  }
}

function conditions({ test }: Node, instead: string[]): Change[] {
  return isNode(test) && test.type !== "Literal" ? instead.map((one) => ({ start: test.start, end: test.end as number, instead: one })) : [];
}

/** What would be given by a function that does not look. */
function results(node: Node): Change[] {
  return defaultsFor(node).map((instead) => ({ start: node.start, end: node.end as number, instead }));
}

function defaultsFor(node: Node): string[] {
  if (node.type === "ParenthesizedExpression" || KEEP_ONLY_EXPRESSION.has(node.type)) return defaultsFor(node.expression as Node);
  if (node.type === "Literal" && (typeof node.value === "boolean" || typeof node.value === "number")) return [];
  if (isText(node)) return ['""'];
  if (node.type === "ArrayExpression") return ["[]"];
  if (node.type === "CallExpression" && isNode(node.callee) && GIVE_LISTS.has(String((node.callee.property as Node | undefined)?.name))) return ["[]"];
  if (node.type === "UnaryExpression" && node.operator === "!") return ["true", "false"];
  if (node.type === "BinaryExpression") return COMPARISONS.has(String(node.operator)) ? ["true", "false"] : ["0"];
  if (node.type === "LogicalExpression" && node.operator !== "??") return ["true", "false"];
  return node.type === "Identifier" && node.name === "undefined" ? [] : ["undefined"];
}

/** What forEach and the like are given gives nothing to anybody. */
function isThrownAway(parent: Node | undefined): boolean {
  return parent?.type === "CallExpression" && ["forEach", "setTimeout"].includes(String(((parent.callee as Node).property as Node | undefined)?.name));
}

/** Types, imports and new Error("words for people"). */
function isLeftAlone({ type, callee }: Node): boolean {
  return (
    type.startsWith("TS") ||
    type === "ImportDeclaration" ||
    type === "ExportAllDeclaration" ||
    (type === "NewExpression" && /Error$/.test(String((callee as Node).name)))
  );
}
