import { type Node, parseCode, type Source, walk } from "../../languages/read-code.ts";

const FUNCTIONS = new Set(["FunctionDeclaration", "FunctionExpression", "ArrowFunctionExpression"]);

/** Names the innermost function of the file in which the place stands, by its number: "lib/a.ts#3"; "lib/a.ts" where it is in none. */
export function functionAt(source: Source, place: number): string {
  const innermost = functionsOf(source).findLastIndex(({ start, end }) => start <= place && place < (end as number));
  return innermost < 0 ? source.path : `${source.path}#${innermost}`;
}

/** The code, which notes by these names, in a set in `globalThis.reached`, that it was loaded and what of it was called. */
export function withNotes(source: Source): string {
  const note = (name: string) => `(globalThis.reached ??= new Set()).add(${JSON.stringify(name)})`;
  const insertions = functionsOf(source).flatMap(({ body }, number) => {
    const { type, start, end } = body as Node;
    const name = `${source.path}#${number}`;
    return type === "BlockStatement"
      ? [{ at: start + 1, text: `${note(name)};` }]
      : [
          { at: start, text: `(${note(name)},` },
          { at: end as number, text: ")" },
        ];
  });
  const { code, last } = insertions
    .toSorted((a, b) => a.at - b.at)
    .reduce(({ code, last }, { at, text }) => ({ code: code + source.text.slice(last, at) + text, last: at }), { code: "", last: 0 });
  return `${code}${source.text.slice(last)}\n;${note(source.path)};\n`;
}

/** In the order in which they begin; one that stands in another comes after it. */
function functionsOf(source: Source): Node[] {
  const functions: Node[] = [];
  walk(parseCode(source), (node) => {
    if (FUNCTIONS.has(node.type) && node.body) functions.push(node);
  });
  return functions.sort((a, b) => a.start - b.start || (b.end as number) - (a.end as number));
}
