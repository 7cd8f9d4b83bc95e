import { useEffect, useState } from "preact/hooks";

/** Renders again every so many milliseconds, so that "4 minutes ago" stays true; gives the number of the tick. */
export function useTick(everyMs: number): number {
  const [tick, setTick] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => setTick((count) => count + 1), everyMs);
    return () => clearInterval(timer);
  }, [everyMs]);
  return tick;
}
