import { useEffect, useRef } from "preact/hooks";

/** So far below what is seen the next rows are drawn already. */
const AHEAD = "1200px";

/** The end of what is drawn of a list; says when it comes near. Another key after each growth makes it look anew: an end that is still near says so again. */
export function ListEnd({ onNear }: { onNear: () => void }) {
  const end = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!end.current) return;
    const observer = new IntersectionObserver((seen) => seen.some(({ isIntersecting }) => isIntersecting) && onNear(), {
      rootMargin: `0px 0px ${AHEAD} 0px`,
    });
    observer.observe(end.current);
    return () => observer.disconnect();
  }, []);
  return <div ref={end} class="list-end" />;
}
