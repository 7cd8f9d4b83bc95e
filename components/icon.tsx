/** The strokes of each icon, on a grid of 16. */
const STROKES = {
  copy: "M6 5.5h6.5v8H6zM3.5 10.5v-8H10",
  check: "M3 8.5l3.5 3.5L13 4.5",
  checks: "M1 8.5l3.5 3.5L11 4.5M7.5 11l1 1L15 4.5",
  remove: "M4 4l8 8M12 4l-8 8",
  settings: "M2 4.5h7M12.5 4.5H14M2 11.5h1.5M7 11.5h7M10.75 2.75v3.5M5.25 9.75v3.5",
  warning: "M8 2.5L14.5 13.5h-13zM8 6.5v3.5M8 11.75v.25",
  edit: "M3 13l.75-3L10.5 3.25l2.25 2.25L6 12.25zM9 4.75L11.25 7",
  add: "M8 3v10M3 8h10",
  watch: "M1.5 9c2-4 11-4 13 0-2 4-11 4-13 0zM8 7.5a1.5 1.5 0 1 1 0 3 1.5 1.5 0 0 1 0-3M13 1v4M11 3h4",
  watching: "M1.5 8c2-4.5 11-4.5 13 0-2 4.5-11 4.5-13 0zM8 6a2 2 0 1 1 0 4 2 2 0 0 1 0-4M8 7.75v.5",
  bell: "M4 11V7.5a4 4 0 0 1 8 0V11l1.5 1.5h-11zM6.75 14.5h2.5",
  star: "M8 1.75l1.9 4 4.35.55-3.2 3 .85 4.35L8 11.5l-3.9 2.15.85-4.35-3.2-3 4.35-.55z",
  mute: "M4 11V7.5a4 4 0 0 1 8 0V11l1.5 1.5h-11zM6.75 14.5h2.5M2 2l12 12",
  unread: "M2 4h12v8.5H2zM2 4.5l6 4.5 6-4.5",
  later: "M8 2.5a5.5 5.5 0 1 1 0 11a5.5 5.5 0 0 1 0-11M8 5v3.25l2.25 1.5",
  undo: "M5.5 3L2.5 6l3 3M2.75 6h6.5a4 4 0 0 1 0 8H6",
  library: "M2.5 3h3.5v10.5H2.5zM6 3h3v10.5H6M9.5 3.75l2.75-.75 2.25 10-2.75.75z",
  details: "M2.5 2.5h11v11h-11zM5 6h6M5 8.5h6M5 11h3.5",
  keys: "M1.5 4h13v8.5h-13zM4 6.75h.01M6.65 6.75h.01M9.3 6.75h.01M12 6.75h.01M5 10h6",
  pause: "M5.5 3.5v9M10.5 3.5v9",
  more: "M2.5 8h1M7.5 8h1M12.5 8h1",
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
