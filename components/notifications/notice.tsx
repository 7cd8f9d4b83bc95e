import type { ComponentChildren } from "preact";
import { Icon } from "../icon.tsx";
import "./notice.css";

/** What a person should know before anything else on a page; read out when it appears. Without children there is nothing to be seen. */
export function Notice({ children }: { children: ComponentChildren }) {
  return (
    <div aria-live="polite" class="notice">
      {children && (
        <p>
          <Icon name="warning" />
          <span>{children}</span>
        </p>
      )}
    </div>
  );
}
