import type { ComponentChildren } from "preact";
import { formatRoute, type Route } from "../../lib/library/route.ts";

/** A link to a place in the library. */
export function To({ route, children }: { route: Route; children: ComponentChildren }) {
  return <a href={formatRoute(route)}>{children}</a>;
}

/** A link out of PaperScout, which opens beside it. The address is https: whoever gives it has seen to that. */
export function Out({ href, children }: { href: string; children: ComponentChildren }) {
  return (
    <a href={href} target="_blank" rel="noreferrer noopener">
      {children}
    </a>
  );
}

export function ToAuthor({ name }: { name: string }) {
  return (
    <To route={{ page: "author", name }}>
      <bdi>{name}</bdi>
    </To>
  );
}

export function ToAudience({ audience }: { audience: string }) {
  return (
    <To route={{ page: "search", text: "", filters: { audience } }}>
      <bdi>{audience}</bdi>
    </To>
  );
}
