import { titleParts } from "../../lib/papers/text/title-parts.ts";
import type { Mark } from "../../lib/search/find-marks.ts";
import { MarkedText } from "../search/marked-text.tsx";
import "./title-text.css";

type Range = Pick<Mark, "from" | "to">;

/** A title of a paper, with what its author set as code set as code, and with what matched set off. */
export function TitleText({ text, marks = [] }: { text: string; marks?: readonly Range[] }) {
  return (
    <>
      {titleParts(text).map(({ text, from, isCode }) => {
        const part = <MarkedText key={from} text={text} marks={within(marks, from, from + text.length)} />;
        return isCode ? <code key={from}>{part}</code> : part;
      })}
    </>
  );
}

/** The marks in a part of the text, counted from its beginning. */
function within(marks: readonly Range[], start: number, end: number): Range[] {
  return marks.flatMap(({ from, to }) => (from < end && to > start ? [{ from: Math.max(from, start) - start, to: Math.min(to, end) - start }] : []));
}
