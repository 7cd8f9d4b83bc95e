import type { ComponentChildren } from "preact";
import { useId } from "preact/hooks";
import { type DayBar, drawBars } from "./day-bars.ts";

const STEP = 10;
const HEIGHT = 40;

interface DayFigureProps {
  title: string;
  /** What the picture shows, in words. */
  text: string;
  days: DayBar[];
  /** Under its ends. */
  first: string;
  last: string;
  /** The numbers. */
  children: ComponentChildren;
}

/** A picture of days, oldest first. Who cannot see it has the words and the numbers. */
export function DayFigure({ title, text, days, first, last, children }: DayFigureProps) {
  const heading = useId();
  const width = days.length * STEP;
  return (
    <figure class="day-figure" aria-labelledby={heading}>
      <figcaption>
        <b id={heading}>{title}</b> <span>{text}</span>
      </figcaption>
      <svg class="day-bars" viewBox={`0 -1 ${width} ${HEIGHT + 2}`} preserveAspectRatio="none" aria-hidden="true">
        {drawBars(days, STEP, HEIGHT).map(({ kind, ...place }) => (
          <rect key={`${kind} ${place.x}`} class={kind} {...place} />
        ))}
        <line x1="0" x2={width} y1={HEIGHT + 0.5} y2={HEIGHT + 0.5} />
      </svg>
      <p class="day-ends help" aria-hidden="true">
        <span>{first}</span>
        <span>{last}</span>
      </p>
      {children}
    </figure>
  );
}
