/** The rows of a list on the page. Each has `data-key`; in it what opens it has `data-control="open"`, and each button a name of its own there. */

const OPEN = "open";
const REVISIONS = '[data-control="revisions"]';

export interface HeldRow {
  key: string;
  /** The `data-control` of what has the focus in it. */
  control: string;
}

/** The row that holds the focus. */
export function heldRow(list: HTMLElement | null): (HeldRow & { row: HTMLElement }) | undefined {
  const focused = document.activeElement;
  const row = focused?.closest<HTMLElement>("[data-key]");
  if (!row || !list?.contains(row)) return undefined;
  return { row, key: row.dataset.key ?? "", control: focused?.closest<HTMLElement>("[data-control]")?.dataset.control ?? OPEN };
}

/** Moves the focus to that control of a row, else to what opens it. False where there is no such row. */
export function focusRow(list: HTMLElement | null, key: string, control = OPEN): boolean {
  return focusIn(list?.querySelector(`[data-key="${CSS.escape(key)}"]`), control);
}

/** Moves the focus to the row after the one that holds it, or before; where none holds it, to the one that Tab would reach. False where there is no such row. */
export function moveFocus(list: HTMLElement | null, step: 1 | -1): boolean {
  const rows = [...(list?.querySelectorAll<HTMLElement>("[data-key]") ?? [])];
  const held = heldRow(list);
  if (held) return focusIn(rows[rows.indexOf(held.row) + step], OPEN);
  return step > 0 && focusIn(rows.find((row) => row.querySelector('[data-control="open"][tabindex="0"]')) ?? rows[0], OPEN);
}

/** Before a row goes away: the focus that it holds moves on to the same control of the next, else of the one before. */
export function handOn(list: HTMLElement | null, key: string): void {
  const held = heldRow(list);
  if (!list || held?.key !== key) return;
  const rows = [...list.querySelectorAll<HTMLElement>("[data-key]")];
  const place = rows.indexOf(held.row);
  focusIn(rows[place + 1] ?? rows[place - 1], held.control);
}

/** Presses that button of the row that holds the focus. False where there is none. */
export function pressInRow(list: HTMLElement | null, control: string): boolean {
  const button = heldRow(list)?.row.querySelector<HTMLElement>(`[data-control="${control}"]`);
  button?.click();
  return button != null;
}

/** Shows or hides what belongs to the row that holds the focus, where it has a button for that: its `data-control` is "revisions". What is hidden gives its focus back to that row. False where there is nothing to do. */
export function unfold(list: HTMLElement | null, wanted: boolean): boolean {
  const held = heldRow(list)?.row;
  const paper = wanted ? null : held?.closest(".match")?.querySelector<HTMLElement>("[data-key]");
  const row = held?.querySelector(REVISIONS) ? held : paper;
  const button = row?.querySelector<HTMLElement>(REVISIONS);
  if (!row || !button || (button.ariaExpanded === "true") === wanted) return false;
  if (row !== held) focusIn(row, OPEN);
  button.click();
  return true;
}

function focusIn(row: Element | null | undefined, control: string): boolean {
  const target = row?.querySelector<HTMLElement>(`[data-control="${control}"]`) ?? row?.querySelector<HTMLElement>(`[data-control="${OPEN}"]`);
  target?.focus();
  return target != null;
}
