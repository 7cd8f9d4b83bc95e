import type { Member } from "./shelve.ts";

/** Members as the text of a shelf, a line of JSON each: one long text is stored faster than many objects, and lines are compared without being read. */
export function shelfText(members: Member[]): string {
  return members.map((member) => JSON.stringify(member)).join("\n");
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
