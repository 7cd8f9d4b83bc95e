import { useEffect, useState } from "preact/hooks";

const AT_FIRST = 3;
const PER_FRAME = 2;

/** How many of so many pieces are drawn: some at once, more with each frame, until all are. `draw` asks for so many at once. */
export function useGrowing(total: number, of: unknown): [count: number, draw: (least: number) => void] {
  const [grown, setGrown] = useState({ of, count: AT_FIRST });
  const count = Math.min(total, grown.of === of ? grown.count : AT_FIRST);
  useEffect(() => {
    if (count >= total) return;
    // A page that nobody looks at has no frames.
    const timer = setTimeout(() => setGrown({ of, count: count + PER_FRAME }), 16);
    return () => clearTimeout(timer);
  }, [count, total, of]);
  return [count, (least) => setGrown({ of, count: Math.max(count, least) })];
}
