/** Where a text stops to be JSON, both counted from 1; the end of the text where something is missing there. */
export interface JsonFault {
  line: number;
  column: number;
}

const BLANKS = /[\t\n\r ]*/y;
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const WORD = /true|false|null/y;
const PLAIN = /[^"\\\u0000-\u001f]*/y;
const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;

/** Finds the first fault; undefined where the text is JSON. Browsers say where it is each in its own words, and some do not say it. */
export function findJsonFault(text: string): JsonFault | undefined {
  let at = 0;
  const take = (pattern: RegExp) => {
    pattern.lastIndex = at;
    const found = pattern.exec(text)?.[0];
    at += found?.length ?? 0;
    return found !== undefined;
  };
  const takeSign = (sign: string) => {
    take(BLANKS);
    if (text[at] !== sign) return false;
    at++;
    return true;
  };
  const takeString = () => {
    if (!takeSign('"')) return false;
    do take(PLAIN);
    while (take(ESCAPE));
    if (text[at] !== '"') return false;
    at++;
    return true;
  };
  const takeKey = () => takeString() && takeSign(":");
  /** The brackets that are to be closed, the last one first to be. */
  const open: ("}" | "]")[] = [];

  /** A value, or the beginning of one that has something in it. */
  const takeValue = (): boolean => {
    while (true) {
      take(BLANKS);
      if (takeSign("{")) {
        if (takeSign("}")) return true;
        open.push("}");
        if (!takeKey()) return false;
      } else if (takeSign("[")) {
        if (takeSign("]")) return true;
        open.push("]");
      } else return text[at] === '"' ? takeString() : take(NUMBER) || take(WORD);
    }
  };

  let isSound = takeValue();
  while (isSound && open.length > 0) {
    const bracket = open.at(-1) ?? "]";
    if (takeSign(bracket)) open.pop();
    else isSound = takeSign(",") && (bracket === "]" || takeKey()) && takeValue();
  }
  if (isSound) take(BLANKS);
  if (isSound && at === text.length) return undefined;
  const before = text.slice(0, at);
  return { line: before.split("\n").length, column: at - before.lastIndexOf("\n") };
}
