import type { Member } from "./shelve.ts";

/** Members as the text of a shelf, a line of JSON each: one long text is stored faster than many objects, and lines are compared without being read. */
export function shelfText(members: Member[]): string {
  return members.map((member) => narrow(JSON.stringify(member))).join("\n");
}

const WIDE = /[^\x00-\xff]/;
const NOT_ASCII = /[^\x00-\x7f]/g;
const [toBytes, fromBytes] = [new TextEncoder(), new TextDecoder("latin1")];

/**
 * The same JSON without characters beyond Latin-1, which are escaped. A single one, say a typographic quote, makes
 * browsers hold and store the whole shelf at two bytes a character. They do not notice that a text has become narrow by
 * a replacement, hence the way through bytes.
 */
function narrow(json: string): string {
  if (!WIDE.test(json)) return json;
  const escaped = json.replace(NOT_ASCII, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`);
  return fromBytes.decode(toBytes.encode(escaped));
}

/** The lines of a shelf's text, one for each member. */
export function shelfLines(text: string): string[] {
  return text.split("\n");
}

/** The members that these lines hold. */
export function readLines(lines: string[]): Member[] {
  return JSON.parse(`[${lines.join(",")}]`) as Member[];
}

/** The lines that are not in both lists: a refresh has to read these only. */
export function differingLines(before: string[], after: string[]): { before: string[]; after: string[] } {
  const [old, fresh] = [new Set(before), new Set(after)];
  return { before: before.filter((line) => !fresh.has(line)), after: after.filter((line) => !old.has(line)) };
}
