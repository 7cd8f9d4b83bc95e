import type { ComponentChild } from "preact";
import "./marked-text.css";
import type { Mark } from "../../lib/search/find-marks.ts";

/** The marks of one field of a hit: "title", or the author at that place. */
export function marksOf(marks: readonly Mark[], field: Mark["field"], author?: number): Mark[] {
  return marks.filter((mark) => mark.field === field && mark.author === author);
}

/** A text with what matched set off. The marks are of this text alone, in order and without overlap. */
export function MarkedText({ text, marks }: { text: string; marks: readonly Pick<Mark, "from" | "to">[] }) {
  const parts: ComponentChild[] = [];
  let at = 0;
  for (const { from, to } of marks) {
    parts.push(text.slice(at, from), <mark key={from}>{text.slice(from, to)}</mark>);
    at = to;
  }
  return (
    <>
      {parts}
      {text.slice(at)}
    </>
  );
}
