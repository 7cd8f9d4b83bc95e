import { useEffect, useState } from "preact/hooks";

const SHOWN_MS = 2_000;

/** Whether something was copied a moment ago, and what to call when it was. */
export function useCopied(): { isCopied: boolean; copied: () => void } {
  const [times, setTimes] = useState(0);
  const [isCopied, setCopied] = useState(false);
  useEffect(() => {
    if (times === 0) return;
    setCopied(true);
    const timer = setTimeout(() => setCopied(false), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [times]);
  return { isCopied, copied: () => setTimes((times) => times + 1) };
}
