import { Icon, type IconName } from "../../icon.tsx";

interface RowButtonProps {
  /** Its name among the controls of the row. */
  control: string;
  icon: IconName;
  label: string;
  /** More than the label says, for who points at it. */
  title?: string;
  /** Of a button that switches something on and off. */
  pressed?: boolean;
  tabIndex: number;
  onClick: () => void;
}

/** A small button of a row, drawn as an icon. */
export function RowButton({ control, icon, label, title = label, pressed, tabIndex, onClick }: RowButtonProps) {
  return (
    <button
      type="button"
      class="plain icon-only"
      data-control={control}
      tabIndex={tabIndex}
      title={title}
      aria-label={label}
      aria-pressed={pressed}
      onClick={onClick}
    >
      <Icon name={icon} />
    </button>
  );
}
