const GAP = 4;
const EDGE = 8;

/** Puts an open popover under what opened it, above it where below there is no room; the focus goes to its first control. */
export function placeBelow(popover: HTMLElement, opener: HTMLElement): void {
  const from = opener.getBoundingClientRect();
  const { width, height } = popover.getBoundingClientRect();
  const { clientWidth, clientHeight } = document.documentElement;
  const isRightToLeft = getComputedStyle(opener).direction === "rtl";
  const left = isRightToLeft ? from.right - width : from.left;
  const fitsBelow = from.bottom + GAP + height <= clientHeight - EDGE;
  const top = fitsBelow ? from.bottom + GAP : from.top - GAP - height;
  popover.style.left = `${Math.max(EDGE, Math.min(left, clientWidth - width - EDGE))}px`;
  popover.style.top = `${Math.max(EDGE, top)}px`;
  popover.querySelector<HTMLElement>("input, button, select, a")?.focus();
}
