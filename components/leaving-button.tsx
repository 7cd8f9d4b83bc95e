import type { ComponentChildren } from "preact";
import { useHeir } from "./hooks/use-heir.ts";

interface LeavingButtonProps {
  onClick: () => void;
  /** What gets the focus once it is gone; the page's heading unless said. */
  heirOf?: (button: HTMLButtonElement) => HTMLElement | null;
  class?: string;
  children: ComponentChildren;
}

/** A button that goes with what it ends. */
export function LeavingButton({ onClick, heirOf = () => document.querySelector("main h1"), class: look, children }: LeavingButtonProps) {
  const button = useHeir<HTMLButtonElement>(heirOf);
  return (
    <button ref={button} type="button" class={look} onClick={onClick}>
      {children}
    </button>
  );
}
