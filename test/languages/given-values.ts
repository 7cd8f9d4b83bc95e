import { literalText, type Node, parseCode, placeOf, type Source, walk } from "./read-code.ts";

export interface GivenValues {
  /** "components/icon.tsx:12". */
  place: string;
  key: string;
  /** How many values the text can put in for "$1", "$2", … */
  values: number;
}

/** The calls of `translate` whose key is written out and whose values can be counted: none, a list of so many, a number for the plural form. */
export function givenValues(source: Source): GivenValues[] {
  const found: GivenValues[] = [];
  walk(parseCode(source), (node) => {
    if (node.type !== "CallExpression" || (node.callee as Node).name !== "translate") return;
    const [key, ...given] = node.arguments as Node[];
    const name = key && literalText(key, "*");
    const values = countValues(given);
    if (key?.type === "Literal" && name !== undefined && values !== undefined) found.push({ place: placeOf(source, node), key: name, values });
  });
  return found;
}

function countValues([first, second]: Node[]): number | undefined {
  if (first === undefined) return 0;
  const list = first.type === "ArrayExpression" ? first : second;
  // A number alone is the first value itself.
  if (list === undefined) return isList(first) ? undefined : 1;
  const elements = list.elements as Node[] | undefined;
  return elements?.every(({ type }) => type !== "SpreadElement") ? elements.length : undefined;
}

/** Whether it may be a list that was made before, or values that are handed on. */
function isList({ type }: Node): boolean {
  return type === "SpreadElement" || type === "ConditionalExpression";
}
