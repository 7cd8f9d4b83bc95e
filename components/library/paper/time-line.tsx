import { useLayoutEffect, useMemo, useRef, useState } from "preact/hooks";
import { dateOf, isDraft, type LibraryDocument } from "../../../lib/library/paper/document.ts";
import { layTimeLine } from "../../../lib/library/paper/time-line.ts";
import { paperDate } from "./paper-date.ts";

const ROW = 18;
const BELOW = 24;
const FIRST_WIDTH = 600;

/** When the documents of a paper came, as a picture. The table below it says the same in words. */
export function TimeLine({ documents, current }: { documents: LibraryDocument[]; current: string }) {
  const figure = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(FIRST_WIDTH);
  const marks = useMemo(() => documents.flatMap(timeMark), [documents]);
  const drafts = useMemo(() => new Set(documents.filter(isDraft).map(({ paper }) => paper.id)), [documents]);
  const line = useMemo(() => layTimeLine(marks, width), [marks, width]);
  const isLine = line.marks.length > 1;
  useLayoutEffect(() => {
    const measure = () => setWidth(figure.current?.clientWidth ?? FIRST_WIDTH);
    const sizes = new ResizeObserver(measure);
    if (figure.current) sizes.observe(figure.current);
    measure();
    return () => sizes.disconnect();
  }, [isLine]);
  if (!isLine) return null;
  const base = line.rows * ROW + 10;
  return (
    <div ref={figure} class="time-line">
      <svg aria-hidden="true" width={width} height={base + BELOW} viewBox={`0 0 ${width} ${base + BELOW}`}>
        <path class="axis" d={`M0 ${base}H${width}`} />
        {line.ticks.map(({ date, x }) => (
          <g key={date} class="tick">
            <path d={`M${x} ${base}v5`} />
            <text x={x} y={base + 19}>
              {paperDate(date)}
            </text>
          </g>
        ))}
        {line.marks.map(({ id, label, x, labelX, row }) => (
          <g key={id} class={`mark${drafts.has(id) ? " of-draft" : ""}${id === current ? " current" : ""}`}>
            {row !== undefined && (
              <>
                <path d={`M${x} ${base}V${base - 10 - row * ROW}`} />
                <text x={labelX} y={base - 12 - row * ROW}>
                  {label}
                </text>
              </>
            )}
            <circle cx={x} cy={base} r={id === current ? 5.5 : 4} />
          </g>
        ))}
      </svg>
    </div>
  );
}

function timeMark(document: LibraryDocument) {
  const date = dateOf(document);
  const { id, prefix, revision } = document.paper;
  const label = revision === undefined ? id : prefix === "D" ? `D R${revision}` : `R${revision}`;
  return date ? [{ id, label, date }] : [];
}
