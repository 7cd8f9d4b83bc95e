import { useEffect, useLayoutEffect, useState } from "preact/hooks";

/** The link by which somebody left a page, kept with the page's entry in the browser's history. */
interface WayBack {
  href: string;
  /** Which of several that lead there. */
  nth: number;
  /** Pixels from the top of the window. */
  top: number;
}

/** The link by which the person left the page to which they have come back; undefined where they have come anew. */
export function keptWayBack(): WayBack | undefined {
  const { href, nth, top } = (history.state as { wayBack?: Partial<WayBack> } | null)?.wayBack ?? {};
  return typeof href === "string" && typeof nth === "number" && typeof top === "number" ? { href, nth, top } : undefined;
}

/** For a page that is one long list: whoever follows a link and comes back finds it where it was, with the focus, once the page is drawn. True where somebody has come back. */
export function useWayBack(isDrawn: boolean): boolean {
  const [wayBack] = useState(keptWayBack);
  useLayoutEffect(() => {
    if (!isDrawn || !wayBack) return;
    // It leads back once.
    history.replaceState(null, "");
    const link = linksTo(wayBack.href)[wayBack.nth] ?? document.querySelector<HTMLElement>("main h1");
    link?.focus({ preventScroll: true });
    if (link) scrollBy(0, link.getBoundingClientRect().top - wayBack.top);
  }, [isDrawn]);
  useEffect(() => {
    addEventListener("click", keepWayBack, true);
    return () => removeEventListener("click", keepWayBack, true);
  }, []);
  return wayBack !== undefined;
}

function keepWayBack({ target, altKey, ctrlKey, metaKey, shiftKey }: MouseEvent): void {
  // Opens beside this page, which stays where it is.
  if (altKey || ctrlKey || metaKey || shiftKey) return;
  const link = target instanceof Element ? target.closest<HTMLElement>('main a[href^="#"]') : undefined;
  const href = link?.getAttribute("href");
  if (!link || !href) return;
  history.replaceState({ wayBack: { href, nth: linksTo(href).indexOf(link), top: link.getBoundingClientRect().top } satisfies WayBack }, "");
}

function linksTo(href: string): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>('main a[href^="#"]')].filter((link) => link.getAttribute("href") === href);
}
