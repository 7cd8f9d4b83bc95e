import type { ComponentChildren } from "preact";
import { useErrorBoundary } from "preact/hooks";
import { LateRecovery } from "./recovery/late-recovery.ts";

/** Shows the recovery screen in place of a page whose data turned out to be unreadable while it was open. */
export function PageBoundary({ children }: { children: ComponentChildren }) {
  const [error] = useErrorBoundary((error) => console.error("PaperScout:", error));
  return error === undefined ? children : <LateRecovery error={error} />;
}
