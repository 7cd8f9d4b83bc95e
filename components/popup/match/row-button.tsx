interface RowButtonProps {
  /** Its name among the controls of the row. */
  control: string;
  /** One word; `label` says of what, and has it in it. */
  text: string;
  label: string;
  /** More than the label says, for who points at it. */
  title?: string;
  /** Of a button that switches something on and off. */
  pressed?: boolean;
  /** Of one that shows and hides something. */
  expanded?: boolean;
  tabIndex: number;
  onClick: () => void;
}

/** A small button of a row. */
export function RowButton({ control, text, label, title, pressed, expanded, tabIndex, onClick }: RowButtonProps) {
  return (
    <button
      type="button"
      class="row-button"
      data-control={control}
      tabIndex={tabIndex}
      title={title}
      aria-label={label}
      aria-pressed={pressed}
      aria-expanded={expanded}
      onClick={onClick}
    >
      {text}
    </button>
  );
}
