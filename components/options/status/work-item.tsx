import type { ComponentChildren } from "preact";

interface WorkItemProps {
  /** Unique in its list. */
  id: string | number;
  name: string;
  /** The buttons beside the name. */
  actions: ComponentChildren;
  children: ComponentChildren;
}

/** One host, check, listener or job. */
export function WorkItem({ id, name, actions, children }: WorkItemProps) {
  return (
    <li class="work-item" data-key={id}>
      <div class="work-head">
        <h4 dir="auto">{name}</h4>
        <span class="list-actions">{actions}</span>
      </div>
      {children}
    </li>
  );
}
