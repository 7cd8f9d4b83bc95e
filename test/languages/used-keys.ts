import { isNode, literalText, type Node, parseCode, type Source, walk } from "./read-code.ts";

export interface UsedKeys {
  /** Written out where a text is looked up. */
  named: Set<string>;
  /** Any other literal that may be handed on to where a text is looked up: in what is declared as a MessageKey, or written like a key of two words or more. */
  possible: Set<string>;
  /** Put together from values, each written as "*": "setting_*_help". */
  templates: Set<string>;
}

const LOOKUPS = new Set(["translate", "translateCount"]);
const HOLE = "*";

/** The keys of texts that the code names. */
export function usedKeys(sources: Source[]): UsedKeys {
  const used: UsedKeys = { named: new Set(), possible: new Set(), templates: new Set() };
  for (const source of sources) {
    walk(parseCode(source), (node, within) => {
      if (node.type === "Property" && /^[a-z][A-Za-z]*_\w+$/.test(nameOf(node))) used.possible.add(nameOf(node));
      const text = literalText(node, HOLE);
      if (text === undefined || isElsewhere(node, within.at(-1))) return;
      if (node.type === "TemplateLiteral") {
        if (/^[a-z]+_[A-Za-z_*]*\*/.test(text)) used.templates.add(text);
      } else if (isLookedUp(node, within)) used.named.add(text);
      else if (/^[a-z][A-Za-z]*_\w+$/.test(text) || within.some(isDeclaredKey)) used.possible.add(text);
    });
  }
  return used;
}

/** A table's `{ health_good: … }` may be read by its keys. */
function nameOf({ key, computed }: Node): string {
  return computed ? "" : String((key as Node).name);
}

/** What stands quoted before the colon in a table, in a type, or is compared with, is not what is looked up. */
function isElsewhere(node: Node, parent: Node | undefined): boolean {
  if (parent?.type === "SwitchCase") return parent.test === node;
  return parent?.key === node || parent?.type === "TSLiteralType" || parent?.type === "BinaryExpression";
}

/** Whether it is what a call of `translate` looks up, or one side of a choice that is. */
function isLookedUp(node: Node, within: Node[]): boolean {
  const call = within.findLastIndex(({ type, callee }) => type === "CallExpression" && LOOKUPS.has(String((callee as Node).name)));
  if (call < 0) return false;
  const path = [...within.slice(call + 1), node];
  const [first] = (within[call]?.arguments ?? []) as Node[];
  return path[0] === first && path.every((step, depth) => depth === path.length - 1 || (isChoice(step) && step.test !== path[depth + 1]));
}

function isChoice({ type }: Node): boolean {
  return type === "ConditionalExpression" || type === "ParenthesizedExpression" || type === "LogicalExpression";
}

/** `const KEYS: Record<…, MessageKey>`, `(): MessageKey => …`, `… satisfies MessageKey[]`. */
function isDeclaredKey({ type, id, returnType, typeAnnotation }: Node): boolean {
  const declared = type === "VariableDeclarator" ? (id as Node).typeAnnotation : type.startsWith("TS") ? typeAnnotation : returnType;
  return isNode(declared) && mentionsKey(declared);
}

function mentionsKey(type: Node): boolean {
  let mentions = false;
  walk(type, ({ type, name }) => {
    mentions ||= type === "Identifier" && name === "MessageKey";
  });
  return mentions;
}
