import { useEffect, useMemo, useState } from "preact/hooks";
import { formatRoute, parseRoute, type Route } from "../../lib/library/route.ts";

/** The place that the page's address names, as it changes. */
export function useRoute(): Route {
  const [hash, setHash] = useState(location.hash);
  useEffect(() => {
    const follow = () => setHash(location.hash);
    addEventListener("hashchange", follow);
    return () => removeEventListener("hashchange", follow);
  }, []);
  return useMemo(() => parseRoute(hash), [hash]);
}

/** Goes there. "replace" leaves no way back to where it was: for what changes with every letter. */
export function goTo(route: Route, how: "push" | "replace"): void {
  const address = formatRoute(route);
  if (address === location.hash) return;
  if (how === "push") history.pushState(null, "", address);
  else history.replaceState(null, "", address);
  // Neither of the two is an event by itself.
  dispatchEvent(new HashChangeEvent("hashchange"));
}
