import { titleParts } from "../../lib/papers/text/title-parts.ts";
import type { Mark } from "../../lib/search/find-marks.ts";
import { marksWithin } from "../../lib/search/marks-within.ts";
import { MarkedText } from "../search/marked-text.tsx";
import "./title-text.css";

/** A title of a paper, or words of ours, with what stands in backticks set as code, and with what matched set off. */
export function TitleText({ text, marks = [] }: { text: string; marks?: readonly Pick<Mark, "from" | "to">[] }) {
  return (
    <>
      {titleParts(text).map(({ text, from, isCode }) => {
        const part = <MarkedText key={from} text={text} marks={marksWithin(marks, from, from + text.length)} />;
        return isCode ? <code key={from}>{part}</code> : part;
      })}
    </>
  );
}
