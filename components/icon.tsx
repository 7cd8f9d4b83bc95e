/** The strokes of each icon, on a grid of 16. */
const STROKES = {
  copy: "M6 5.5h6.5v8H6zM3.5 10.5v-8H10",
  check: "M3 8.5l3.5 3.5L13 4.5",
  remove: "M4 4l8 8M12 4l-8 8",
  settings: "M2 4.5h7M12.5 4.5H14M2 11.5h1.5M7 11.5h7M10.75 2.75v3.5M5.25 9.75v3.5",
  warning: "M8 2.5L14.5 13.5h-13zM8 6.5v3.5M8 11.75v.25",
  edit: "M3 13l.75-3L10.5 3.25l2.25 2.25L6 12.25zM9 4.75L11.25 7",
  add: "M8 3v10M3 8h10",
  refresh: "M13 8a5 5 0 1 1-1.5-3.55M13.25 2.25v2.9h-2.9",
} as const;

export type IconName = keyof typeof STROKES;

/** A decoration beside words: it is never the only sign of anything and says nothing to a screen reader. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg class="icon" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
      <path d={STROKES[name]} fill="none" stroke="currentColor" stroke-width="1.5" stroke-linecap="round" stroke-linejoin="round" />
    </svg>
  );
}
