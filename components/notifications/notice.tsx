import type { ComponentChildren } from "preact";
import { Icon } from "../icon.tsx";
import "./notice.css";

/** What a person should know before anything else on a page; read out when it appears. Without children there is nothing to be seen. Good news has no sign. */
export function Notice({ isGood = false, children }: { isGood?: boolean; children: ComponentChildren }) {
  return (
    <div aria-live="polite" class="notice">
      {children && (
        <p>
          {!isGood && <Icon name="warning" />}
          <span>{children}</span>
        </p>
      )}
    </div>
  );
}
